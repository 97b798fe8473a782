import type { WordingEntries } from '../wording';

/** What the room `delivery` says. */
export const deliveryEntries = {
  'delivery.noStructure': {
    fr: 'Le code de la structure manque dans l’accès France Travail. Rien n’a été envoyé. Demandez à la personne qui administre n8n de le remplir (par exemple PLI5901).',
    en: 'The structure code is missing in the France Travail access. Nothing was sent. Ask the person who administers n8n to fill it (for instance PLI5901).',
  },
  'delivery.unchanged': {
    fr: 'Rien de nouveau : France Travail a déjà été informé de la même chose le {date}. Aucun appel n’a été fait.',
    en: 'Nothing new: France Travail was told the same on {date}. No call was made.',
  },
  'delivery.foundTaken': {
    fr: 'France Travail avait bien pris cette déclaration : elle a été relue, rien n’a été envoyé deux fois.',
    en: 'France Travail had taken this declaration: it was read back, nothing was sent twice.',
  },
  'delivery.heldAlready': {
    fr: 'France Travail a déjà exactement cette déclaration, sous une version plus récente. Rien n’a changé chez lui.',
    en: 'France Travail already holds exactly this declaration, under a newer version. Nothing changed there.',
  },
  'delivery.noIdentifier': {
    fr: 'Ni identifiant France Travail à 11 chiffres, ni NIR avec date de naissance : la personne ne peut pas être retrouvée chez France Travail. Complétez sa ligne, puis relancez.',
    en: 'Neither a France Travail number of 11 digits nor a NIR with a birth date: the person cannot be looked up at France Travail. Complete the line, then run again.',
  },
  'delivery.noFranceTravailNumber': {
    fr: 'L’identifiant France Travail à 11 chiffres manque, et la convention ne permet pas de chercher autrement. Demandez-le à la personne, complétez sa ligne, puis relancez.',
    en: 'The France Travail number of 11 digits is missing, and the convention allows no other way to look the person up. Ask for it, complete the line, then run again.',
  },
  'delivery.notCertified': {
    fr: 'France Travail connaît cette personne, mais son identité n’y est pas certifiée : rien n’a été déclaré. Vérifiez l’identité avec la personne et son agence, ou autorisez les identités non certifiées dans les options du nœud.',
    en: 'France Travail knows this person, but the identity is not certified there: nothing was declared. Check the identity with the person and the agency, or accept uncertified identities in the node’s options.',
  },
  'delivery.idNotListed': {
    fr: 'La convention « {title} » ne laisse pas partir le n° de dossier (« id »), dont la référence de l’accompagnement est faite. Faites ajouter « id » à cette ligne de la convention. Rien n’a été envoyé.',
    en: 'The convention “{title}” does not let the file number (“id”) out, of which the reference of the accompaniment is made. Have “id” added to this line of the convention. Nothing was sent.',
  },
  'delivery.secondLine': {
    fr: 'Le même accompagnement figure aussi à la ligne n° {line} de la liste. Aucune des deux n’est envoyée ; gardez celle qui est juste, puis relancez.',
    en: 'The same accompaniment stands on line no. {line} of the list as well. Neither of them is sent; keep the right one, then run again.',
  },
  'delivery.noReference': {
    fr: 'Le n° de dossier manque ou ne convient pas : il n’y a pas de référence à relire. Complétez la ligne.',
    en: 'The file number is missing or will not do: there is no reference to read back. Complete the line.',
  },
  'delivery.notStarted': {
    fr: 'L’exécution a été arrêtée avant cette ligne : rien n’en a été envoyé. Relancez pour la reprendre.',
    en: 'The execution was stopped before this line: nothing of it was sent. Run again to take it up.',
  },
  'delivery.cancelledInTheAir': {
    fr: 'L’exécution a été arrêtée pendant l’envoi : on ne sait pas encore si France Travail a reçu la ligne. Relancez : ce sera vérifié d’abord, et rien ne sera envoyé deux fois.',
    en: 'The execution was stopped while this was being sent: it is not yet known whether France Travail has it. Run again: this is checked first, and nothing is sent twice.',
  },
  'delivery.circuitOpen': {
    fr: 'France Travail ne répond plus, ou refuse tout pour le moment ({count} appels de suite n’ont pas abouti) : le reste de la liste n’a pas été envoyé. Relancez plus tard ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'France Travail does not answer any more, or refuses everything for now ({count} calls in a row came to nothing): the rest of the list was not sent. Run again later; what has left does not leave twice.',
  },
  'delivery.askedToWait.minutes': {
    fr: 'France Travail demande une pause de {minutes} min : le reste de la liste n’a pas été envoyé. Relancez après cette pause ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'France Travail asks for a pause of {minutes} min: the rest of the list was not sent. Run again after that pause; what has left does not leave twice.',
  },
  'delivery.askedToWait.days': {
    fr: 'France Travail demande une pause de plus d’un jour : le reste de la liste n’a pas été envoyé. Voyez avec votre correspondant France Travail, puis relancez ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'France Travail asks for a pause of more than a day: the rest of the list was not sent. See your contact at France Travail, then run again; what has left does not leave twice.',
  },
  'delivery.stopped': {
    fr: 'Tout a été arrêté pendant l’exécution : le reste de la liste n’a pas été envoyé. Relancez quand l’arrêt est levé ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'Everything was stopped while this ran: the rest of the list was not sent. Run again when the stop is lifted; what has left does not leave twice.',
  },
  'delivery.accessRefused': {
    fr: 'France Travail refuse l’accès, même avec un jeton neuf : le reste de la liste n’a pas été envoyé. Faites vérifier l’accès France Travail, puis relancez ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'France Travail refuses the access even with a fresh token: the rest of the list was not sent. Have the France Travail access checked, then run again; what has left does not leave twice.',
  },
  'delivery.stillUnclear': {
    fr: 'Un envoi précédent pour cette personne reste sans réponse lisible : rien de nouveau n’est envoyé tant que ce n’est pas éclairci. Relancez plus tard : c’est vérifié au début de chaque exécution.',
    en: 'An earlier sending for this person is still without a readable answer: nothing new is sent until that is cleared up. Run again later: it is checked at the beginning of every run.',
  },
  'delivery.parked': {
    fr: 'Un envoi précédent pour cette personne est resté sans réponse lisible, et il ne peut être ni répété ni relu. Vérifiez auprès de France Travail ce qu’il a reçu, puis prévenez la personne qui administre n8n.',
    en: 'An earlier sending for this person had no readable answer, and it can neither be repeated nor read back. Check with France Travail what it has received, then tell the person who administers n8n.',
  },
  'delivery.notTaken': {
    fr: 'Cet envoi n’était pas arrivé chez France Travail. Il sera refait.',
    en: 'This sending had not reached France Travail. It will be made again.',
  },
  'delivery.saidElsewhere': {
    fr: 'Une autre exécution s’occupe en ce moment du même accompagnement. Attendez qu’elle soit finie, puis relancez.',
    en: 'Another execution is dealing with the same accompaniment. Wait until it has ended, then run again.',
  },
  'delivery.contested': {
    fr: 'France Travail a une version plus récente de cet accompagnement, avec un autre contenu, et l’a encore changée entre-temps. Regardez qui d’autre déclare pour votre structure, puis relancez.',
    en: 'France Travail has a newer version of this accompaniment, with other content, and it changed again meanwhile. See who else declares for your structure, then run again.',
  },
  'delivery.staleUnread': {
    fr: 'France Travail a une version plus récente de cet accompagnement, et n’a pas pu être relu. Rien n’a été changé. Relancez plus tard.',
    en: 'France Travail has a newer version of this accompaniment, and it could not be read back. Nothing was changed. Run again later.',
  },
  'delivery.busy': {
    fr: 'Une autre exécution envoie en ce moment pour la structure {structure}. Rien n’est parti d’ici. Attendez qu’elle soit finie, puis relancez.',
    en: 'Another execution is sending for structure {structure} at this moment. Nothing has left from here. Wait until it has ended, then run again.',
  },
  'delivery.reconcileFirst.restored': {
    fr: 'Le registre est plus ancien que ce qui a déjà été envoyé d’ici : une sauvegarde a été remise en place. Rien n’a été envoyé. Lancez d’abord l’opération « Rapprocher » : elle montre ce que France Travail tient, puis remet le registre à jour.',
    en: 'The ledger is older than what was sent from here already: a backup was put back. Nothing was sent. Run the operation "Reconcile" first: it shows what France Travail holds, then brings the ledger up to date.',
  },
  'delivery.reconcileFirst.lost': {
    fr: 'Le registre est vide, alors que des envois sont déjà partis d’ici : il a été perdu, ou il est maintenant ailleurs. Rien n’a été envoyé. Lancez d’abord l’opération « Rapprocher » : elle montre ce que France Travail tient, puis remplit le registre.',
    en: 'The ledger is empty, although things were sent from here before: it was lost, or lies elsewhere now. Nothing was sent. Run the operation "Reconcile" first: it shows what France Travail holds, then fills the ledger.',
  },
  'delivery.reconcileFirst.unknown': {
    fr: 'Le registre ne connaît encore personne, alors que France Travail tient déjà des accompagnements de votre structure. Rien n’a été envoyé. Lancez d’abord l’opération « Rapprocher » : elle les montre, puis remplit le registre.',
    en: 'The ledger knows nobody yet, while France Travail already holds accompaniments of your structure. Nothing was sent. Run the operation "Reconcile" first: it shows them, then fills the ledger.',
  },
  'delivery.undo.noRun': {
    fr: 'Le registre ne connaît aucun envoi à annuler. Rien n’a été fait.',
    en: 'The ledger knows no sending to undo. Nothing was done.',
  },
  'delivery.undo.nothingSaid': {
    fr: 'L’envoi « {run} » n’a rien dit à France Travail que le registre connaisse encore : il a déjà été annulé, ou son numéro est mal recopié. Rien n’a été fait. Reprenez le numéro (« run ») dans un résultat de cet envoi.',
    en: 'Sending "{run}" told France Travail nothing that the ledger still knows: it was undone already, or its number was miscopied. Nothing was done. Take the number ("run") from a result of that sending.',
  },
  'delivery.undo.unread': {
    fr: 'Ce profil d’échange, ou la convention, ne permet pas de relire ce que France Travail tient : rien ne peut être annulé sans le relire. Corrigez cet accompagnement par les opérations « Clore », « Ouvrir » ou « Annuler ».',
    en: 'This exchange profile, or the convention, does not allow reading back what France Travail holds: nothing can be undone unread. Correct this accompaniment with the operations "Close", "Open" or "Cancel".',
  },
  'delivery.undo.notHeld': {
    fr: 'France Travail ne tient plus rien sous cette référence : il n’y a rien à annuler. Lancez « Rapprocher » pour voir les autres écarts.',
    en: 'France Travail holds nothing under this reference any more: there is nothing to undo. Run "Reconcile" to see the other differences.',
  },
  'delivery.undo.changedThere': {
    fr: 'France Travail a changé cet accompagnement depuis cet envoi : il n’est pas annulé d’ici. Regardez avec « Relire » ce qu’il tient, puis corrigez cette personne seule.',
    en: 'France Travail has changed this accompaniment since that sending: it is not undone from here. See with "Read Status" what it holds, then correct this person alone.',
  },
  'delivery.undo.inTheAir': {
    fr: 'Autre chose a été envoyé pour cet accompagnement depuis, et la réponse manquait encore : cela est vérifié d’abord, et rien n’est annulé cette fois. Regardez avec « Relire » ce que France Travail tient, puis relancez si cet envoi est encore à annuler.',
    en: 'Something else was sent about this accompaniment since, and its answer was still missing: that is checked first, and nothing is undone this time. See with "Read Status" what France Travail holds, then run again if that sending is still to be undone.',
  },
  'delivery.undo.pauseErased': {
    fr: 'Cet accompagnement était suspendu avant cet envoi, et la date de la suspension n’est pas gardée. Mettez en entrée du nœud la ligne de cette personne avec « Suspension du », puis relancez.',
    en: 'This accompaniment was suspended before that sending, and the date of the suspension is not kept. Give the node this person’s line with the suspension date, then run again.',
  },
  'delivery.undo.noNumber': {
    fr: 'L’identifiant France Travail de cette personne n’est pas gardé une fois l’envoi réglé. Mettez en entrée du nœud une liste avec son N° de dossier et son identifiant, puis relancez.',
    en: 'This person’s France Travail number is not kept once the sending is settled. Give the node a list with their file number and that number, then run again.',
  },
  'delivery.reconcile.notOffered': {
    fr: 'Ce profil d’échange ne permet ni de lister ni de relire ce que France Travail tient : rien ne peut être rapproché d’ici. Demandez-lui la liste de vos accompagnements.',
    en: 'This exchange profile allows neither listing nor reading back what France Travail holds: nothing can be reconciled from here. Ask France Travail for the list of your accompaniments.',
  },
  'delivery.reconcile.unreadable': {
    fr: 'Accompagnements que ce profil d’échange ne sait pas lire : {count}. Ce qui manque chez France Travail n’est donc pas montré cette fois. Faites vérifier le profil d’échange.',
    en: 'Accompaniments that this exchange profile cannot read: {count}. What is missing at France Travail is therefore not shown this time. Have the exchange profile checked.',
  },
  'delivery.settledByHand.held': {
    fr: 'Réglé à la main : France Travail a bien cette déclaration.',
    en: 'Settled by hand: France Travail has this declaration.',
  },
  'delivery.settledByHand.notHeld': {
    fr: 'Réglé à la main : France Travail n’a pas cette déclaration. Elle sera refaite.',
    en: 'Settled by hand: France Travail does not have this declaration. It will be made again.',
  },
  'delivery.settledByHand.unknown': {
    fr: 'Aucun envoi n’attend de réponse sous la référence « {reference} » : votre réponse n’a pas été prise. Reprenez la référence dans un résultat de « Régler ».',
    en: 'No sending waits for an answer under reference "{reference}": your answer was not taken. Take the reference from a result of "Settle".',
  },
  'delivery.noLookUp': {
    fr: 'Ce profil d’échange ne permet pas de chercher une personne chez France Travail.',
    en: 'This exchange profile offers no way to look a person up at France Travail.',
  },
  'delivery.noAccompaniments': {
    fr: 'Ce profil d’échange ne dit pas qui accompagne une personne.',
    en: 'This exchange profile does not say who accompanies a person.',
  },
  'delivery.personNotFound': {
    fr: 'La personne n’a pas été trouvée : la question de qui l’accompagne n’a pas été posée.',
    en: 'The person was not found: who accompanies them was not asked.',
  },
  'delivery.list.empty': {
    fr: 'La liste est vide. Rien n’a été envoyé : une liste vide ne dit pas que tout le monde est sorti. Vérifiez l’export.',
    en: 'The list is empty. Nothing was sent: an empty list does not say that everybody has left. Check the export.',
  },
  'delivery.list.noDate': {
    fr: 'La date de l’export manque : sans elle, un vieil export pourrait effacer ce qu’un plus récent a dit, et le fichier n’en porte pas. Remplissez « Date de l’export » dans le nœud, ou mettez la date dans le nom du fichier. Rien n’a été envoyé.',
    en: 'The date of the export is missing: without it, an old export could undo what a newer one has said, and the file tells none. Fill in "Date of the Export" in the node, or put the date into the file’s name. Nothing was sent.',
  },
  'delivery.list.dateAhead': {
    fr: 'La date de l’export ({date}) est dans le futur. Corrigez-la dans le nœud. Rien n’a été envoyé.',
    en: 'The date of the export ({date}) lies in the future. Correct it in the node. Nothing was sent.',
  },
  'delivery.list.older': {
    fr: 'Un export plus récent, du {date}, a déjà été synchronisé : celui-ci n’est pas envoyé, il ferait revenir en arrière. Prenez un export récent, ou corrigez sa date dans le nœud.',
    en: 'A newer export, of {date}, has been synchronised already: this one is not sent, it would turn things back. Take a recent export, or correct its date in the node.',
  },
  'delivery.absent.reported': {
    fr: 'France Travail sait cette personne accompagnée, et elle n’est plus dans la liste. Rien n’a été envoyé. Si elle est sortie, remettez sa ligne avec la date et le motif de sortie ; sinon, remettez-la dans la liste.',
    en: 'France Travail knows that this person is accompanied, and they are not on the list any more. Nothing was sent. If they have left, put their line back with the exit date and reason; otherwise put them back on the list.',
  },
  'delivery.absent.noNumber': {
    fr: 'Cette personne n’est plus dans la liste, et son identifiant France Travail n’a pas été gardé : l’accompagnement ne peut pas être clos d’ici. Remettez sa ligne dans la liste avec la date et le motif de sortie.',
    en: 'This person is not on the list any more, and their France Travail number was not kept: the accompaniment cannot be closed from here. Put their line back on the list with the exit date and reason.',
  },
  'delivery.note.absenceUncertain': {
    fr: 'Des lignes de la liste n’ont pas de N° de dossier ({count}) : elles sont peut-être celles des personnes qui semblent absentes. Personne n’est clos pour absence dans cette exécution.',
    en: 'Lines of the list have no file number ({count}): they may be those of the people who seem to be absent. Nobody is closed for being absent in this run.',
  },
  'delivery.note.cancelled': {
    fr: 'L’exécution a été arrêtée avant la fin : les lignes qui restent n’ont pas été envoyées. Relancez pour les reprendre.',
    en: 'The execution was stopped before its end: the remaining lines were not sent. Run again to take them up.',
  },
  'delivery.note.settledEarlier': {
    fr: 'Envois d’une exécution précédente restés sans réponse, éclaircis d’abord : {count}. Rien n’a été envoyé deux fois.',
    en: 'Sendings of an earlier run that had no answer, cleared up first: {count}. Nothing was sent twice.',
  },
  'delivery.note.stillUnclear': {
    fr: 'Envois d’une exécution précédente qui restent sans réponse lisible : {count}. Ils seront revus à la prochaine exécution.',
    en: 'Sendings of an earlier run still without a readable answer: {count}. They are looked at again in the next run.',
  },
  'delivery.note.settleFirst': {
    fr: 'Envois restés sans réponse : {count}. Ils seront éclaircis d’abord, quand l’envoi sera activé.',
    en: 'Sendings without an answer: {count}. They are cleared up first, once sending is switched on.',
  },
  'delivery.note.unreadableReferrals': {
    fr: 'Prescriptions que ce profil d’échange ne sait pas lire : {count}. Elles restent chez France Travail, sans accusé de réception.',
    en: 'Referrals that this exchange profile cannot read: {count}. They stay with France Travail, unacknowledged.',
  },
} as const satisfies WordingEntries;
