import type { WordingEntries } from '../wording';

/** What the room `accompaniment` says: what keeps a line from being declared, and what is worth a look. */
export const accompanimentEntries = {
  'accompaniment.noIdentifier': {
    fr: "Ni identifiant France Travail, ni numéro de sécurité sociale : France Travail ne peut pas retrouver cette personne. Ajoutez l'un des deux (11 chiffres pour l'identifiant).",
    en: 'Neither France Travail number nor social security number: France Travail cannot find this person. Add one of them (11 digits for the number).',
  },
  'accompaniment.nirWithoutBirthDate': {
    fr: "La date de naissance manque : avec le numéro de sécurité sociale seul, France Travail ne peut pas retrouver cette personne. Ajoutez-la, ou l'identifiant France Travail.",
    en: 'The birth date is missing: with the social security number alone, France Travail cannot find this person. Add it, or the France Travail number.',
  },
  'accompaniment.oldFranceTravailNumber': {
    fr: "L'identifiant est dans son ancienne forme (7 chiffres et une lettre ou un chiffre) : France Travail ne retrouve une personne qu'avec les 11 chiffres. Demandez-les au participant.",
    en: 'The number has its old form (7 digits and a letter or digit): France Travail finds a person by 11 digits only. Ask the participant for them.',
  },
  'accompaniment.structureMissing': {
    fr: "Le code de la structure manque. Il se règle une fois dans l'accès France Travail (par exemple PLI5901), ou dans une colonne « Code structure ».",
    en: 'The structure code is missing. Set it once in the France Travail access (for example PLI5901), or in a column "Structure code".',
  },
  'accompaniment.entryMissing': {
    fr: "La date d'entrée manque. Ajoutez la date décidée par la commission.",
    en: 'The entry date is missing. Add the date that the commission decided.',
  },
  'accompaniment.birthAfterEntry': {
    fr: "La date de naissance n'est pas avant la date d'entrée. Vérifiez les deux dates : elles sont peut-être inversées.",
    en: 'The birth date is not before the entry date. Check both dates: they may be swapped.',
  },
  'accompaniment.suspensionMissing': {
    fr: 'La date de début de suspension manque. Ajoutez-la dans la colonne « Suspension du ».',
    en: 'The first day of the suspension is missing. Add it in the column "Suspension from".',
  },
  'accompaniment.suspensionBeforeEntry': {
    fr: "La suspension commence avant la date d'entrée. Corrigez l'une des deux dates.",
    en: 'The suspension begins before the entry date. Correct one of the two dates.',
  },
  'accompaniment.suspensionEndsBeforeStart': {
    fr: "La suspension se termine avant d'avoir commencé. Corrigez l'une des deux dates.",
    en: 'The suspension ends before it begins. Correct one of the two dates.',
  },
  'accompaniment.suspensionAhead': {
    fr: "La suspension commence dans le futur : France Travail ne l'apprend que le jour venu. Relancez cette ligne à cette date.",
    en: 'The suspension begins in the future: France Travail is told on the day itself. Run this line again on that date.',
  },
  'accompaniment.exitMissing': {
    fr: "La date de sortie manque. Ajoutez-la pour clore l'accompagnement.",
    en: 'The exit date is missing. Add it to close the accompaniment.',
  },
  'accompaniment.exitReasonMissing': {
    fr: "Le motif de sortie manque. Ajoutez-le pour clore l'accompagnement.",
    en: 'The exit reason is missing. Add it to close the accompaniment.',
  },
  'accompaniment.exitBeforeEntry': {
    fr: "La date de sortie est avant la date d'entrée. Corrigez l'une des deux dates.",
    en: 'The exit date is before the entry date. Correct one of the two dates.',
  },
  'accompaniment.exitAhead': {
    fr: 'La date de sortie est dans le futur. Si elle est seulement prévue, mettez-la dans « Fin prévue » ; sinon relancez cette ligne le jour venu.',
    en: 'The exit date lies in the future. If it is only planned, put it in "Planned end"; otherwise run this line again on that day.',
  },
  'accompaniment.exitOnOpen': {
    fr: "Cette personne est sortie le {date} : son accompagnement n'est plus à ouvrir. Pour le dire à France Travail, utilisez l'opération « Clore » ; si elle est toujours accompagnée, videz la date de sortie.",
    en: 'This person left on {date}: there is no accompaniment to open. To tell France Travail, use the operation "Close"; if the person is still accompanied, empty the exit date.',
  },
  'accompaniment.exitAheadLeftOut': {
    fr: 'La date de sortie est dans le futur : elle n’est pas envoyée.',
    en: 'The exit date lies in the future: it is not sent.',
  },
  'accompaniment.lastMeetingAhead': {
    fr: "Le dernier entretien est dans le futur : c'est sans doute un rendez-vous à venir. Vérifiez la date.",
    en: 'The last meeting lies in the future: it is probably an appointment to come. Check the date.',
  },
  'accompaniment.unusualAge': {
    fr: "Cette personne aurait {age} ans à l'entrée. Vérifiez la date de naissance.",
    en: 'This person would be {age} at entry. Check the birth date.',
  },
  'accompaniment.deferred': {
    fr: "L'accompagnement commence le {date} : cette ligne est gardée, elle partira lors d'une exécution à partir de cette date.",
    en: 'The accompaniment starts on {date}: the line is held and leaves with a run from that date on.',
  },
  'accompaniment.newEntryNotOpened': {
    fr: "L'accompagnement qui commence le {date} n'a pas encore été déclaré à France Travail. Ouvrez-le d'abord avec l'opération « Ouvrir ».",
    en: 'The accompaniment that starts on {date} has not been declared to France Travail yet. Open it first with the operation "Open".',
  },
  'accompaniment.alreadyClosed': {
    fr: "Cet accompagnement est déjà clos chez France Travail. Si la personne revient, utilisez « Ouvrir » avec sa nouvelle date d'entrée.",
    en: 'This accompaniment is already closed at France Travail. If the person comes back, use "Open" with the new entry date.',
  },
  'accompaniment.alreadyCancelled': {
    fr: "Cet accompagnement a été annulé chez France Travail. S'il a bien lieu, utilisez « Ouvrir ».",
    en: 'This accompaniment was cancelled at France Travail. If it does take place, use "Open".',
  },

  'accompaniment.exitReason.unknown': {
    fr: 'Motif de sortie inconnu : « {value} ». Les plus proches : « {first} », « {second} », « {third} ». Corrigez-le, ou ajoutez-le à la table des motifs de sortie.',
    en: 'Unknown exit reason: "{value}". The nearest: "{first}", "{second}", "{third}". Correct it, or add it to the table of exit reasons.',
  },
  'accompaniment.exitReason.badTable': {
    fr: "Dans la table des motifs de sortie, « {label} » renvoie à « {reason} », qui n'existe pas. Choisissez l'un des motifs proposés.",
    en: 'In the table of exit reasons, "{label}" leads to "{reason}", which does not exist. Choose one of the reasons on offer.',
  },
  'accompaniment.exitReason.generalised': {
    fr: 'Ce motif de sortie touche à la vie privée : il part comme « Autre ».',
    en: 'This exit reason touches on private life: it leaves as "Other".',
  },

  // A list that is synchronised
  'accompaniment.contradictoryLines': {
    fr: 'Plusieurs lignes de la liste portent ce N° de dossier et ne disent pas la même chose. Gardez celle qui est juste, puis relancez : rien n’est envoyé pour cette personne.',
    en: 'Several lines of the list carry this file number and do not say the same. Keep the right one, then run again: nothing is sent for this person.',
  },
  'accompaniment.repeatedLines': {
    fr: 'Plusieurs lignes de la liste portent ce N° de dossier et disent la même chose. Gardez-en une, puis relancez : rien n’est envoyé pour cette personne.',
    en: 'Several lines of the list carry this file number and say the same. Keep one of them, then run again: nothing is sent for this person.',
  },
  'accompaniment.leftBeforeTold': {
    fr: 'Cette personne est sortie sans que France Travail ait appris cet accompagnement : il n’y a rien à lui dire.',
    en: 'This person left without France Travail having been told of this accompaniment: there is nothing to say.',
  },
  'accompaniment.staysCancelled': {
    fr: 'Cet accompagnement a été annulé chez France Travail, et la personne est sortie : il n’y a rien à dire.',
    en: 'This accompaniment was cancelled at France Travail, and the person has left: there is nothing to say.',
  },
  'accompaniment.returnWithoutStart': {
    fr: 'France Travail sait cette personne sortie, et la liste la montre de nouveau accompagnée, sans date d’entrée. Ajoutez la date de la nouvelle entrée.',
    en: 'France Travail knows that this person has left, and the list shows them accompanied again, without an entry date. Add the date of the new entry.',
  },
  'accompaniment.cancelledButListed': {
    fr: 'Cet accompagnement a été annulé chez France Travail, et la liste le contient encore. Retirez la ligne ; ou, si l’annulation était une erreur, déclarez-la avec l’opération « Ouvrir ».',
    en: 'This accompaniment was cancelled at France Travail, and the list still holds it. Take the line out; or, if the cancellation was an error, declare it by the operation "Open".',
  },
  'accompaniment.startsBeforeClosed': {
    fr: 'France Travail connaît de cette personne un accompagnement commencé le {date} et terminé ; la liste en montre un plus ancien, sans sortie. Corrigez la date d’entrée, ou ajoutez la sortie.',
    en: 'France Travail knows an accompaniment of this person that began on {date} and has ended; the list shows an older one without an exit. Correct the entry date, or add the exit.',
  },
  'accompaniment.guard': {
    fr: 'Garde-fou : {closures} accompagnements sur {underWay} seraient clos parce que ces personnes ne sont plus dans la liste, soit plus de {percent} %. Rien n’a été envoyé. L’export est sans doute incomplet : vérifiez-le. Si ces sorties sont réelles, relevez le garde-fou dans le nœud le temps d’une exécution.',
    en: 'Guard: {closures} of {underWay} accompaniments would be closed because these people are not on the list any more, more than {percent} %. Nothing was sent. The export is probably cut off: check it. If these exits are real, raise the guard in the node for one run.',
  },

  'accompaniment.reference.noId': {
    fr: 'Le N° de dossier manque : sans lui, France Travail et vous ne parleriez pas du même accompagnement. Ajoutez-le.',
    en: 'The file number is missing: without it, France Travail and you would not speak of the same accompaniment. Add it.',
  },
  'accompaniment.reference.isNir': {
    fr: 'Le N° de dossier ressemble à un numéro de sécurité sociale, qui ne doit jamais servir à nommer un dossier. Choisissez la colonne de votre propre numéro.',
    en: 'The file number looks like a social security number, which must never name a file. Choose the column with your own number.',
  },
  'accompaniment.reference.characters': {
    fr: 'Le N° de dossier contient un caractère abîmé. Saisissez-le de nouveau.',
    en: 'The file number holds a broken character. Type it again.',
  },
  'accompaniment.reference.tooLong': {
    fr: 'Le N° de dossier est trop long ({length} caractères) pour devenir une référence chez France Travail (64 au plus, espaces et accents comptant triple ou plus). Choisissez un numéro plus court.',
    en: 'The file number is too long ({length} characters) to become a reference at France Travail (64 at most; blanks and accents count three or more). Choose a shorter number.',
  },
  'accompaniment.reference.entryNumber': {
    fr: "Le numéro d'entrée de cet accompagnement n'est pas un nombre de 1 à 9999. Prévenez la personne qui administre n8n.",
    en: 'The entry number of this accompaniment is not a number from 1 to 9999. Tell the person who runs n8n.',
  },
  'accompaniment.undo.saidSince': {
    fr: 'Un envoi plus récent a dit autre chose de cet accompagnement : il n’est pas annulé. Annulez d’abord cet envoi-là, ou corrigez cette personne seule.',
    en: 'A later sending has said something else about this accompaniment: it is not undone. Undo that sending first, or correct this person alone.',
  },
  'accompaniment.undo.historyErased': {
    fr: 'Le registre ne sait plus ce qui était dit de cet accompagnement avant cet envoi (purgé, ou repris de France Travail) : il n’est pas annulé. Corrigez cette personne seule, par « Clore », « Ouvrir » ou « Annuler ».',
    en: 'The ledger does not know any more what was said about this accompaniment before that sending (purged, or taken over from France Travail): it is not undone. Correct this person alone, with "Close", "Open" or "Cancel".',
  },
  'accompaniment.undo.staysCancelled': {
    fr: 'Cet envoi a annulé l’accompagnement, et ce qu’il contenait est effacé : l’annulation reste. S’il a bien lieu, ouvrez-le de nouveau avec la ligne de la personne.',
    en: 'That sending cancelled the accompaniment, and what it held is erased: the cancellation stays. If it does take place, open it again with the person’s line.',
  },
  'accompaniment.undo.wasOver': {
    fr: 'Cet envoi a rouvert un accompagnement terminé, et la date et le motif de sortie d’avant sont effacés. Clôturez-le avec la ligne de la personne, sa date et son motif de sortie.',
    en: 'That sending opened an accompaniment again that was over, and its former exit date and reason are erased. Close it with the person’s line, exit date and reason.',
  },
  'accompaniment.undo.contentErased': {
    fr: 'Cet envoi n’a changé que le contenu (référent, date…), et ce qui était dit avant est effacé : il n’y a rien à remettre. Corrigez la ligne dans votre liste, puis synchronisez.',
    en: 'That sending changed the content only (référent, date…), and what was said before is erased: there is nothing to put back. Correct the line in your list, then synchronise.',
  },
} as const satisfies WordingEntries;
