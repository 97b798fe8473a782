import { personOf, type Answer, type Handler } from '../answer';
import type { Person } from '../world';

/** contrat-usager-v2 and informations-administratives-v1: what France Travail knows of one person. */
export const situationHandlers: Record<string, Handler> = {
  recupererContratV2: (call) => registration(personOf(call)),
  recupererDonneesParIdRci: (call) => administrativeData(personOf(call)),
};

function registration(person: Person): Answer {
  if (person.habits.registration === 'none') return { status: 204 };
  if (person.habits.registration === 'notManaged') {
    const json = {
      message: 'Population hors périmètre',
      stackTrace: null,
      codeErreur: 'ERT_200_FONCT',
      codeHttp: 200,
      entite: null,
      classeOrigine: null,
    };
    return { status: 200, json, code: json.codeErreur };
  }
  return { status: 200, json: { m_contrat: contractOf(person), m_messageErreur: ' ' } };
}

function contractOf(person: Person): Record<string, unknown> {
  const closed = person.situation === 'struckOff';
  const statuses: Partial<Record<Person['situation'], string>> = {
    struckOff: 'Radié',
    incomplete: 'Identifié',
    merged: 'Cessé',
  };
  const months = 1 + (person.index % 12);
  return {
    m_statut: statuses[person.situation] ?? 'Inscrit',
    m_date_effet_statut: `2025-${String(months).padStart(2, '0')}-15`,
    m_duree_inscription_12: Math.min(12, months),
    m_duree_inscription_24: months + 4,
    m_duree_inscription_36: months + 9,
    m_motif_inscription_code: '01',
    m_motif_inscription_lib: 'FIN DE CONTRAT FICTIF'.padEnd(40),
    m_categ_inscription_code: '1 ',
    m_categ_inscription_lib: 'CATEGORIE FICTIVE'.padEnd(30),
    m_situation_reg_emp_code: 'SAN',
    m_situation_reg_emp_lib: 'SANS EMPLOI'.padEnd(30),
    m_motif_cloture_code: closed ? '91' : '<null>',
    m_motif_cloture_lib: closed ? 'ABSENCE FICTIVE A CONVOCATION'.padEnd(40) : ' ',
  };
}

function administrativeData(person: Person): Answer {
  if (person.habits.identity === 'none') return { status: 204 };
  const { habits, town } = person;
  const surname = (person.usageName ?? person.birthName).toLocaleUpperCase('fr');
  const givenName = (person.firstNames.split(' ')[0] ?? '').toLocaleUpperCase('fr');
  const json = {
    numeroFranceTravail: person.ftNumber,
    adresses: [
      {
        codeInseeCommune: town.insee,
        codePostal: town.postcode,
        libelleCommune: town.name.toLocaleUpperCase('fr').padEnd(habits.padded ? 32 : 0),
        libellePays: habits.padded ? 'FRANCE    ' : 'FRANCE',
        numeroTypeLibelleVoie: person.street,
        indicateurResidentQPV: 'NT',
        ...(habits.nothing === 'text' ? { complementAdresse: 'null', complementDestinataire: '<null>' } : {}),
      },
    ],
    emails: person.email === undefined ? [] : [{ adresseEmail: person.email }],
    etatCivil: {
      civilite: person.sex === 'F' ? 'Mme' : 'M.',
      dateNaissance: person.birthDate,
      nir: person.nir,
      nom: person.birthName.toLocaleUpperCase('fr'),
      nomCorrespondance: surname.padEnd(habits.padded ? 25 : 0),
      prenom: givenName,
      prenomCorrespondance: givenName,
    },
    telephones: [{ numeroTelephone: habits.padded ? `${person.phone}   ` : person.phone }],
  };
  return { status: 200, json };
}
