import type { WordingEntries } from '../wording';

/**
 * What the room `exchange` says. Blanks: `field` is the other side's name of a field, `path` a place in a profile's JSON.
 * Nothing about a person ever fills a blank; the technical code follows the sentence, so it is not part of it.
 */
export const exchangeEntries = {
  // How a call ended.
  'exchange.outcome.ok': { fr: 'France Travail a répondu.', en: 'France Travail has answered.' },
  'exchange.outcome.found': { fr: 'France Travail connaît cette personne.', en: 'France Travail knows this person.' },
  'exchange.outcome.nothing': {
    fr: 'France Travail n’a rien à ce sujet.',
    en: 'France Travail has nothing about this.',
  },
  'exchange.outcome.declared': {
    fr: 'France Travail a enregistré l’accompagnement.',
    en: 'France Travail has recorded the accompaniment.',
  },
  'exchange.outcome.alreadyAccompanied': {
    fr: 'Cette personne est déjà accompagnée par un autre organisme : rien n’a été enregistré. Prenez contact avec lui avant de recommencer.',
    en: 'Another organism accompanies this person already: nothing was recorded. Get in touch with it before you try again.',
  },
  'exchange.outcome.notFound': {
    fr: 'France Travail ne connaît pas cette personne. Vérifiez l’identifiant France Travail, ou demandez à la personne si elle est inscrite.',
    en: 'France Travail does not know this person. Check the France Travail number, or ask the person whether they are registered.',
  },
  'exchange.outcome.ambiguous': {
    fr: 'Plusieurs personnes correspondent chez France Travail. Complétez l’identité, puis recommencez.',
    en: 'Several people match at France Travail. Complete the identity, then try again.',
  },
  'exchange.outcome.forbidden': {
    fr: 'France Travail ne permet pas à votre structure d’agir pour cette personne. Cela ne veut pas dire que personne ne l’accompagne.',
    en: 'France Travail does not let your structure act for this person. It does not mean that nobody accompanies them.',
  },
  'exchange.outcome.rejected': {
    fr: 'France Travail refuse cette ligne. Corrigez-la, puis recommencez.',
    en: 'France Travail refuses this line. Correct it, then try again.',
  },
  'exchange.outcome.deferred': {
    fr: 'L’entrée est dans le futur : France Travail la prendra à partir de ce jour-là. Relancez l’envoi à cette date.',
    en: 'The entry lies in the future: France Travail takes it from that day on. Send again then.',
  },
  'exchange.outcome.unavailable': {
    fr: 'France Travail ne peut pas répondre en ce moment. Rien n’est perdu : relancez l’envoi plus tard.',
    en: 'France Travail cannot answer for now. Nothing is lost: send again later.',
  },
  'exchange.outcome.unclear': {
    fr: 'L’envoi est parti, mais la réponse n’est pas claire. Le prochain envoi vérifiera d’abord ce que France Travail a reçu.',
    en: 'It was sent, but the answer is not clear. The next run first checks what France Travail has received.',
  },
  'exchange.outcome.sent': {
    fr: 'Le dépôt est fait ; la réponse de France Travail viendra plus tard.',
    en: 'It is deposited; the answer of France Travail comes later.',
  },
  'exchange.struckOff': {
    fr: 'Cette personne est radiée chez France Travail : l’accompagnement ne peut pas être déclaré. Voyez avec elle sa réinscription.',
    en: 'France Travail has struck this person off: the accompaniment cannot be declared. See with them about registering again.',
  },
  'exchange.registrationIncomplete': {
    fr: 'L’inscription de cette personne à France Travail n’est pas terminée. Relancez l’envoi quand elle le sera.',
    en: 'This person’s registration with France Travail is not complete. Send again when it is.',
  },
  'exchange.endBeforeStart': {
    fr: 'France Travail refuse : la fin est avant le début. Corrigez la date d’entrée ou la date de sortie.',
    en: 'France Travail refuses: the end is before the start. Correct the entry date or the exit date.',
  },
  'exchange.unknownStructure': {
    fr: 'France Travail ne connaît pas ce code de structure. Vérifiez-le dans le fichier ou dans l’accès France Travail.',
    en: 'France Travail does not know this structure code. Check it in the file or in the France Travail access.',
  },
  'exchange.structureNotAllowed': {
    fr: 'France Travail n’autorise pas votre structure à déclarer pour cette personne. Voyez avec votre correspondant France Travail.',
    en: 'France Travail does not let your structure declare for this person. See your contact at France Travail.',
  },
  'exchange.referralClosed': {
    fr: 'France Travail a déjà clos cette prescription : la réponse n’est plus prise.',
    en: 'France Travail has already closed this referral: the answer is not taken any more.',
  },
  'exchange.unknownReferral': {
    fr: 'France Travail ne connaît pas cette prescription. Recevez à nouveau les prescriptions, puis répondez.',
    en: 'France Travail does not know this referral. Fetch the referrals again, then answer.',
  },
  'exchange.fieldRefused': {
    fr: 'France Travail refuse le champ « {field} ». Corrigez-le, puis recommencez.',
    en: 'France Travail refuses the field “{field}”. Correct it, then try again.',
  },
  'exchange.technicalFailure': {
    fr: 'France Travail n’a pas pu traiter la demande. Relancez l’envoi plus tard.',
    en: 'France Travail could not deal with the request. Send again later.',
  },
  'exchange.callerNotAllowed': {
    fr: 'Votre accès France Travail n’a pas le droit de faire cette demande. Voyez avec la personne qui gère l’accès. Cela ne dit rien de la personne.',
    en: 'Your France Travail access has no right to this request. See whoever manages the access. It says nothing about the person.',
  },
  'exchange.personNotAttached': {
    fr: 'Cette personne n’est pas rattachée à votre structure chez France Travail. Cela ne veut pas dire que personne ne l’accompagne.',
    en: 'At France Travail, this person is not attached to your structure. It does not mean that nobody accompanies them.',
  },
  'exchange.invalidRequest': {
    fr: 'France Travail juge la demande mal formée. Vérifiez l’identité et les dates de la ligne.',
    en: 'France Travail finds the request malformed. Check the identity and the dates of the line.',
  },
  'exchange.serviceBehindFailed': {
    fr: 'Un service de France Travail est en échec ; il arrive que l’adresse de la personne manque chez France Travail. Relancez l’envoi plus tard.',
    en: 'A service at France Travail has failed; at times the person’s address is missing there. Send again later.',
  },
  'exchange.noPersonToken': {
    fr: 'France Travail a répondu sans permettre de continuer pour cette personne : on ne sait pas si elle est connue. Vérifiez son identité, puis recommencez.',
    en: 'France Travail answered without a way to go on for this person: whether they are known is not clear. Check the identity, then try again.',
  },
  'exchange.closedForNow': {
    fr: 'Le service de France Travail est fermé pour le moment. Relancez l’envoi plus tard.',
    en: 'The service of France Travail is closed for now. Send again later.',
  },
  'exchange.tooManyRequests': {
    fr: 'France Travail demande de ralentir. Relancez l’envoi dans quelques minutes.',
    en: 'France Travail asks to slow down. Send again in a few minutes.',
  },
  'exchange.pauseAsked.minutes': {
    fr: 'France Travail demande une pause de {minutes} min : la demande n’a pas été prise et n’est pas répétée avant. Relancez l’envoi après cette pause.',
    en: 'France Travail asks for a pause of {minutes} min: the request was not taken and is not repeated before. Send again after that pause.',
  },
  'exchange.pauseAsked.days': {
    fr: 'France Travail demande une pause de plus d’un jour : la demande n’a pas été prise et n’est pas répétée. Voyez avec votre correspondant France Travail, puis relancez l’envoi.',
    en: 'France Travail asks for a pause of more than a day: the request was not taken and is not repeated. See your contact at France Travail, then send again.',
  },
  'exchange.accessRefused': {
    fr: 'France Travail refuse l’accès, même avec un jeton neuf. Vérifiez l’accès France Travail et le nom de l’agent.',
    en: 'France Travail refuses the access even with a fresh token. Check the France Travail access and the agent’s name.',
  },
  'exchange.staleVersion': {
    fr: 'France Travail a déjà une version plus récente de cet accompagnement. Le prochain envoi vérifiera d’abord ce qui y est enregistré.',
    en: 'France Travail already holds a newer version of this accompaniment. The next run first checks what is recorded there.',
  },
  'exchange.keyReused': {
    fr: 'France Travail a déjà reçu une autre déclaration sous la même clé d’envoi. Le prochain envoi vérifiera d’abord ce qui y est enregistré.',
    en: 'France Travail has already received another declaration under the same key. The next run first checks what is recorded there.',
  },
  'exchange.populationNotManaged': {
    fr: 'France Travail ne donne pas l’inscription de cette personne : elle relève d’une autre population.',
    en: 'France Travail does not give this person’s registration: they belong to another population.',
  },
  'exchange.noRegistration': {
    fr: 'France Travail n’a pas d’inscription pour cette personne.',
    en: 'France Travail has no registration for this person.',
  },

  // Before anything is sent.
  'exchange.fault.stoppedByAccess': {
    fr: 'Tout est arrêté : « Tout arrêter » est coché dans l’accès France Travail. Rien n’est envoyé ni demandé. Décochez-le pour reprendre ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'Everything is stopped: “Stop everything” is ticked in the France Travail access. Nothing is sent nor asked. Untick it to go on; what has left does not leave twice.',
  },
  'exchange.fault.stoppedByEnvironment': {
    fr: 'Tout est arrêté par la personne qui administre n8n (PLIE_FT_STOP). Rien n’est envoyé ni demandé. Voyez avec elle quand reprendre ; ce qui est déjà parti ne partira pas deux fois.',
    en: 'Everything is stopped by the person who administers n8n (PLIE_FT_STOP). Nothing is sent nor asked. See with them when to go on; what has left does not leave twice.',
  },
  'exchange.notOffered': {
    fr: 'Le profil d’échange « {profile} » ne permet pas cette opération ({operation}) : rien n’a été envoyé. Choisissez un autre profil dans l’accès France Travail.',
    en: 'The exchange profile “{profile}” does not offer this operation ({operation}): nothing was sent. Choose another profile in the France Travail access.',
  },
  'exchange.personNeeded': {
    fr: 'Il faut d’abord retrouver la personne chez France Travail : rien n’a été envoyé. Donnez son identifiant France Travail.',
    en: 'The person has to be found at France Travail first: nothing was sent. Give their France Travail number.',
  },
  'exchange.personTokenExpired': {
    fr: 'La recherche de la personne chez France Travail est trop ancienne : rien n’a été enregistré. Relancez l’envoi.',
    en: 'The look-up of the person at France Travail is too old: nothing was recorded. Send again.',
  },
  'exchange.reasonMissing': {
    fr: 'Un refus ou une réorientation demande un motif : rien n’a été envoyé. Choisissez-le, puis recommencez.',
    en: 'A refusal or a redirection needs a reason: nothing was sent. Choose one, then try again.',
  },
  'exchange.leftOut.unknownCode': {
    fr: 'Le profil d’échange n’a pas de code pour la valeur de « {field} ».',
    en: 'The exchange profile has no code for the value of “{field}”.',
  },
  'exchange.leftOut.unusable': {
    fr: 'La valeur de « {field} » ne peut pas être envoyée telle quelle : elle est laissée de côté.',
    en: 'The value of “{field}” cannot be sent as it is: it is left out.',
  },

  // No answer, or none that the profile knows.
  'exchange.redirected': {
    fr: 'France Travail renvoie vers une autre page au lieu de répondre : rien n’a été enregistré. Vérifiez l’adresse et le nom de l’agent dans l’accès France Travail.',
    en: 'France Travail points to another page instead of answering: nothing was recorded. Check the address and the agent’s name in the France Travail access.',
  },
  'exchange.unlisted.unavailable': {
    fr: 'France Travail a répondu d’une façon que le profil d’échange ne connaît pas. Rien n’en est conclu ; relancez plus tard ou prévenez l’administratrice.',
    en: 'France Travail answered in a way that the exchange profile does not know. Nothing is concluded from it; try later or tell the administrator.',
  },
  'exchange.unlisted.unclear': {
    fr: 'L’envoi est parti et France Travail a répondu d’une façon que le profil d’échange ne connaît pas. Le prochain envoi vérifiera d’abord ce qui a été reçu.',
    en: 'It was sent and France Travail answered in a way that the exchange profile does not know. The next run first checks what was received.',
  },
  'exchange.unreadable.unavailable': {
    fr: 'La réponse de France Travail est illisible. Rien n’en est conclu ; relancez plus tard.',
    en: 'The answer of France Travail cannot be read. Nothing is concluded from it; try later.',
  },
  'exchange.unreadable.unclear': {
    fr: 'L’envoi est parti, mais la réponse de France Travail est illisible. Le prochain envoi vérifiera d’abord ce qui a été reçu.',
    en: 'It was sent, but the answer of France Travail cannot be read. The next run first checks what was received.',
  },
  'exchange.lost.unclear': {
    fr: 'L’envoi est parti, mais la réponse s’est perdue en route. Le prochain envoi vérifiera d’abord ce que {host} a reçu.',
    en: 'It was sent, but the answer was lost on the way. The next run first checks what {host} has received.',
  },
  'exchange.fault.nobodyListens': {
    fr: 'Rien ne répond à l’adresse {host}. Si c’est le bac à sable : est-il démarré ?',
    en: 'Nothing answers at {host}. If it is the sandbox: is it running?',
  },
  'exchange.fault.unknownHost': {
    fr: 'L’adresse {host} est introuvable. Vérifiez-la dans l’accès France Travail, et la connexion à Internet.',
    en: 'The address {host} cannot be found. Check it in the France Travail access, and the Internet connection.',
  },
  'exchange.fault.timeout': {
    fr: '{host} n’a pas répondu à temps. Relancez plus tard.',
    en: '{host} did not answer in time. Try again later.',
  },
  'exchange.fault.connectionLost': {
    fr: 'La connexion avec {host} a été coupée. Relancez plus tard.',
    en: 'The connection with {host} was cut. Try again later.',
  },
  'exchange.fault.certificate': {
    fr: 'Le certificat de {host} n’est pas reconnu. L’administratrice peut indiquer son autorité par NODE_EXTRA_CA_CERTS.',
    en: 'The certificate of {host} is not trusted. The administrator can name its authority by NODE_EXTRA_CA_CERTS.',
  },
  'exchange.fault.proxyRefused': {
    fr: 'Le proxy du réseau refuse la connexion vers {host}. Voyez avec l’administratrice.',
    en: 'The network’s proxy refuses the connection to {host}. See the administrator.',
  },
  'exchange.fault.egressRefused': {
    fr: 'Les règles de sortie de n8n interdisent l’adresse {host}. L’administratrice peut l’autoriser.',
    en: 'The egress rules of n8n forbid the address {host}. The administrator can allow it.',
  },
  'exchange.fault.answerTooLarge': {
    fr: 'La réponse de {host} est trop grande pour être une vraie réponse.',
    en: 'The answer of {host} is too large to be a real one.',
  },

  // The token.
  'exchange.token.nobodyListens': {
    fr: 'Rien ne répond à l’adresse {host} : le bac à sable est-il démarré ?',
    en: 'Nothing answers at {host}: is the sandbox running?',
  },
  'exchange.token.wrongSecret': {
    fr: 'France Travail refuse l’identifiant client ou son secret : le secret est faux ou a expiré. Mettez-le à jour dans l’accès France Travail.',
    en: 'France Travail refuses the client id or its secret: the secret is wrong or has expired. Update it in the France Travail access.',
  },
  'exchange.token.notAllowed': {
    fr: 'France Travail n’autorise pas cet accès à demander un jeton. Voyez avec votre correspondant France Travail.',
    en: 'France Travail does not let this access ask for a token. See your contact at France Travail.',
  },
  'exchange.token.scopeRefused': {
    fr: 'L’accès France Travail n’a pas tous les droits que demande le profil d’échange. Demandez-les à France Travail, ou choisissez un autre profil.',
    en: 'The France Travail access lacks some of the rights that the exchange profile asks for. Ask France Travail for them, or choose another profile.',
  },
  'exchange.token.redirected': {
    fr: 'L’adresse du jeton ({host}) renvoie vers une autre page. Vérifiez-la dans l’accès France Travail.',
    en: 'The token address ({host}) points to another page. Check it in the France Travail access.',
  },
  'exchange.token.wrongAddress': {
    fr: 'L’adresse du jeton n’existe pas chez {host}. Vérifiez-la dans l’accès France Travail, domaine (realm) compris.',
    en: 'The token address does not exist at {host}. Check it in the France Travail access, realm included.',
  },
  'exchange.token.closedForNow': {
    fr: '{host} ne délivre pas de jeton en ce moment. Relancez plus tard.',
    en: '{host} gives no token for now. Try again later.',
  },
  'exchange.token.unreadable': {
    fr: 'L’adresse du jeton ({host}) répond autre chose qu’un jeton. Vérifiez-la dans l’accès France Travail.',
    en: 'The token address ({host}) answers something else than a token. Check it in the France Travail access.',
  },

  // What a credential holds.
  'exchange.access.noClientId': {
    fr: 'L’accès France Travail n’a pas d’identifiant client. Remplissez-le, puis recommencez.',
    en: 'The France Travail access has no client id. Fill it in, then try again.',
  },
  'exchange.access.noSecret': {
    fr: 'L’accès France Travail n’a pas de secret. Remplissez-le, puis recommencez.',
    en: 'The France Travail access has no secret. Fill it in, then try again.',
  },
  'exchange.access.structureCode': {
    fr: 'Le code de la structure n’a pas la forme que France Travail attend : rien n’est envoyé. Corrigez-le. Formes admises : {forms} (A : une lettre, 9 : un chiffre ; par exemple PLI5901).',
    en: 'The structure code does not have the form that France Travail expects: nothing is sent. Correct it. Forms that are taken: {forms} (A: a letter, 9: a digit; for example PLI5901).',
  },
  'exchange.access.unknownProfile': {
    fr: 'Il n’y a pas de profil d’échange « {got} ». Profils livrés : {allowed}.',
    en: 'There is no exchange profile “{got}”. Profiles that are shipped: {allowed}.',
  },
  'exchange.access.unknownEnvironment': {
    fr: 'Le profil d’échange n’a pas d’environnement « {got} ». Environnements : {allowed}.',
    en: 'The exchange profile has no environment “{got}”. Environments: {allowed}.',
  },
  'exchange.access.noAddress.api': {
    fr: 'L’accès France Travail n’a pas d’adresse. Remplissez l’adresse de base, par exemple http://127.0.0.1:8787/partenaire.',
    en: 'The France Travail access has no address. Fill in the base address, for example http://127.0.0.1:8787/partenaire.',
  },
  'exchange.access.noAddress.token': {
    fr: 'L’accès France Travail n’a pas d’adresse de jeton. Remplissez-la, domaine (realm) compris.',
    en: 'The France Travail access has no token address. Fill it in, realm included.',
  },
  'exchange.access.notAnAddress.api': {
    fr: 'L’adresse de base de l’accès France Travail n’est pas une adresse https://… complète, sans mot de passe.',
    en: 'The base address of the France Travail access is no complete https://… address without a password.',
  },
  'exchange.access.notAnAddress.token': {
    fr: 'L’adresse du jeton de l’accès France Travail n’est pas une adresse https://… complète, sans mot de passe.',
    en: 'The token address of the France Travail access is no complete https://… address without a password.',
  },
  'exchange.access.plainHttp': {
    fr: 'L’adresse {host} est en http, sans chiffrement : seul le bac à sable sur cette machine peut l’être. Utilisez https.',
    en: 'The address {host} is plain http: only the sandbox on this machine may be. Use https.',
  },
  'exchange.access.hostNotAllowed.api': {
    fr: 'L’adresse {host} n’est pas dans le profil d’échange : rien n’y est envoyé. Adresses prévues : {allowed}.',
    en: 'The address {host} is not in the exchange profile: nothing is sent there. Addresses that are: {allowed}.',
  },
  'exchange.access.hostNotAllowed.token': {
    fr: 'L’adresse du jeton {host} n’est pas dans le profil d’échange : le secret n’y est pas envoyé. Adresses prévues : {allowed}.',
    en: 'The token address {host} is not in the exchange profile: the secret is not sent there. Addresses that are: {allowed}.',
  },

  // A profile that does not parse.
  'exchange.profile.notJson': {
    fr: 'Le profil d’échange n’est pas du JSON valable (ligne {line}, colonne {column}).',
    en: 'The exchange profile is no valid JSON (line {line}, column {column}).',
  },
  'exchange.profile.tooLarge': {
    fr: 'Le profil d’échange est trop grand : {size} caractères, {max} au plus.',
    en: 'The exchange profile is too large: {size} characters, {max} at most.',
  },
  'exchange.profile.tooDeep': {
    fr: 'Le profil d’échange est imbriqué trop profondément sous {path}.',
    en: 'The exchange profile is nested too deeply below {path}.',
  },
  'exchange.profile.forbiddenName': {
    fr: '{path} : le nom « {name} » est interdit dans un profil.',
    en: '{path}: the name “{name}” is forbidden in a profile.',
  },
  'exchange.profile.missing': { fr: '{path} : valeur absente.', en: '{path}: value missing.' },
  'exchange.profile.unknownKey': {
    fr: '{path} : cette clé n’existe pas dans un profil.',
    en: '{path}: a profile has no such key.',
  },
  'exchange.profile.badName': {
    fr: '{path} : ce nom n’est pas permis (une lettre, puis lettres, chiffres, « - » ou « _ »).',
    en: '{path}: this name is not allowed (a letter, then letters, digits, “-” or “_”).',
  },
  'exchange.profile.badFormat': {
    fr: '{path} : « {got} » n’a pas la forme attendue.',
    en: '{path}: “{got}” does not have the expected form.',
  },
  'exchange.profile.notAValue': {
    fr: '{path} : « {got} » n’est pas une valeur permise (un texte, un nombre ou true/false).',
    en: '{path}: “{got}” is no allowed value (a text, a number or true/false).',
  },
  'exchange.profile.expected.string': {
    fr: '{path} : un texte est attendu, pas « {got} ».',
    en: '{path}: a text is expected, not “{got}”.',
  },
  'exchange.profile.expected.number': {
    fr: '{path} : un nombre est attendu, pas « {got} ».',
    en: '{path}: a number is expected, not “{got}”.',
  },
  'exchange.profile.expected.boolean': {
    fr: '{path} : true ou false est attendu, pas « {got} ».',
    en: '{path}: true or false is expected, not “{got}”.',
  },
  'exchange.profile.expected.array': {
    fr: '{path} : une liste […] est attendue, pas « {got} ».',
    en: '{path}: a list […] is expected, not “{got}”.',
  },
  'exchange.profile.expected.object': {
    fr: '{path} : un objet {…} est attendu, pas « {got} ».',
    en: '{path}: an object {…} is expected, not “{got}”.',
  },
  'exchange.profile.expected.value': {
    fr: '{path} : « {got} » n’est pas ce qui est attendu ici.',
    en: '{path}: “{got}” is not what is expected here.',
  },
  'exchange.profile.unknownValue': {
    fr: '{path} : « {got} » n’est pas une valeur connue ; valeurs possibles : {allowed}.',
    en: '{path}: “{got}” is no known value; possible values: {allowed}.',
  },
  'exchange.profile.unknownOutcome': {
    fr: '{path} : « {got} » n’est pas un résultat connu ; valeurs possibles : {allowed}.',
    en: '{path}: “{got}” is no known outcome; possible values: {allowed}.',
  },
  'exchange.profile.tooSmall.number': {
    fr: '{path} : {got} est trop petit, {limit} au moins.',
    en: '{path}: {got} is too small, {limit} at least.',
  },
  'exchange.profile.tooBig.number': {
    fr: '{path} : {got} est trop grand, {limit} au plus.',
    en: '{path}: {got} is too big, {limit} at most.',
  },
  'exchange.profile.tooSmall.text': {
    fr: '{path} : « {got} » est trop court, {limit} caractères au moins.',
    en: '{path}: “{got}” is too short, {limit} characters at least.',
  },
  'exchange.profile.tooBig.text': {
    fr: '{path} : « {got} » est trop long, {limit} caractères au plus.',
    en: '{path}: “{got}” is too long, {limit} characters at most.',
  },
  'exchange.profile.tooSmall.list': {
    fr: '{path} : la liste {got} est trop courte, {limit} éléments au moins.',
    en: '{path}: the list {got} is too short, {limit} elements at least.',
  },
  'exchange.profile.tooBig.list': {
    fr: '{path} : la liste {got} est trop longue, {limit} éléments au plus.',
    en: '{path}: the list {got} is too long, {limit} elements at most.',
  },
  'exchange.profile.transportNotBuilt': {
    fr: '{path} : le transport « {got} » n’est pas encore disponible dans cette version ; utilisez « http ».',
    en: '{path}: the transport “{got}” is not available in this version yet; use “http”.',
  },
  'exchange.profile.plainHttp': {
    fr: '{path} : « {got} » est en http ; seul cet ordinateur (127.0.0.1) peut l’être, et dans un environnement marqué « loopback ».',
    en: '{path}: “{got}” is plain http; only this machine (127.0.0.1) may be, in an environment marked “loopback”.',
  },
  'exchange.profile.noOrigin': {
    fr: '{path} : il faut au moins une adresse pour l’API et une pour le jeton.',
    en: '{path}: at least one address is needed for the API and one for the token.',
  },
  'exchange.profile.noSuchOperation': {
    fr: '{path} : l’opération « {got} » n’est pas dans « operations » ; il y a : {allowed}.',
    en: '{path}: the operation “{got}” is not in “operations”; there are: {allowed}.',
  },
  'exchange.profile.wrongRole': {
    fr: '{path} : l’opération « {got} » n’a pas le rôle « {expected} ».',
    en: '{path}: the operation “{got}” does not have the role “{expected}”.',
  },
  'exchange.profile.noSuchTable': {
    fr: '{path} : la table « {got} » n’est pas dans « tables » ; il y a : {allowed}.',
    en: '{path}: the table “{got}” is not in “tables”; there are: {allowed}.',
  },
  'exchange.profile.oneSource': {
    fr: '{path} : exactement une de ces clés est attendue : {allowed}.',
    en: '{path}: exactly one of these keys is expected: {allowed}.',
  },
  'exchange.profile.outcomeTwice': {
    fr: '{path} : cette réponse est déjà décrite par {first}.',
    en: '{path}: this answer is described by {first} already.',
  },
  'exchange.profile.outcomeOfOtherRole': {
    fr: '{path} : « {got} » n’est pas un résultat de ce genre d’opération ; valeurs possibles : {allowed}.',
    en: '{path}: “{got}” is no outcome of this kind of operation; possible values: {allowed}.',
  },
  'exchange.profile.successOnFailure': {
    fr: '{path} : « {got} » est un succès ; une réponse HTTP {status} ne peut pas en être un.',
    en: '{path}: “{got}” is a success; an answer HTTP {status} cannot be one.',
  },
  'exchange.profile.anyCodeOnSuccess': {
    fr: '{path} : « * » n’est pas permis sur une réponse 2xx : un succès doit être nommé.',
    en: '{path}: “*” is not allowed on a 2xx answer: a success must be named.',
  },
  'exchange.profile.halfRange': {
    fr: '{path} : il faut soit « code », soit « codeFrom » et « codeTo » ensemble.',
    en: '{path}: either “code”, or “codeFrom” and “codeTo” together, are needed.',
  },
  'exchange.profile.valueTwice': {
    fr: '{path} : la valeur « {got} » est déjà dans cette table.',
    en: '{path}: the value “{got}” is in this table already.',
  },
} as const satisfies WordingEntries;
