import { LINE_KINDS, type Destination } from './kinds';
import type { Sample } from './lines';
import type { ToCheck } from './toCheck';

const DESTINATIONS: Readonly<Record<Destination, string>> = {
  declared: 'Déclarés',
  alreadyAccompanied: 'Déjà accompagnés',
  toCorrect: 'À corriger',
  waiting: 'En attente',
  ignored: 'ignorée',
};

/** The page beside the samples: how many lines of each kind, counted from the lines themselves. */
export function asReadme(samples: readonly Sample[], toCheck: readonly ToCheck[]): string {
  const people = new Set(samples.map(({ line }) => line.id).filter((id) => id !== ''));
  const rows = LINE_KINDS.map((kind) => {
    const lines = samples.filter((sample) => sample.kind === kind.id);
    const numbers = lines.length > 6 ? '' : [...new Set(lines.map(({ line }) => line.id))].join(', ');
    return `| ${kind.about} | ${lines.length} | ${numbers || '—'} | ${DESTINATIONS[kind.destination]} |`;
  });
  const checked = toCheck.map(({ about, output, line }) => `| ${String(line.id)} | ${about} | ${output} |`);
  const total = `| **Total** | **${samples.length}** | | |`;
  return `# Listes d'exemple

\`participants-exemple.csv\` et \`participants-exemple.xlsx\` contiennent les mêmes ${people.size} participants, **tous inventés** : noms qui le disent,
adresses \`@example.org\`, téléphones 01 99 00 … et 06 39 98 …, NIR dont la clé est juste mais la commune (\`999\`) n'existe pas, identifiants
France Travail qui commencent par 999 ou 0999. Situation au 24 novembre 2026. Les mêmes personnes vivent dans le bac à sable (\`sandbox/\`) :
la liste y fait l'aller-retour.

| Ce que montre la ligne | Lignes | N° de participant | Sortie attendue |
| --- | ---: | --- | --- |
${[...rows, total].join('\n')}

- **CSV** : point-virgule, UTF-8 avec BOM, dates JJ/MM/AAAA, comme l'enregistre Excel en français.
- **Excel** : les dates sont de vraies dates ; un téléphone sur six et quelques NIR sont devenus des nombres (le zéro du téléphone est perdu).
- Les colonnes RQTH, Observations, N° allocataire CAF et Étape en cours sont là pour que l'on voie qu'elles ne partent pas.
- « Sortie attendue » vaut pour l'opération *Ouvrir* avec les réglages d'usine et l'identifiant France Travail.

## Des personnes à inscrire

\`personnes-a-inscrire.csv\` : ${toCheck.length} personnes inventées qui se présentent au PLIE ; la liste des participants est la base. Sorties du modèle
*Vérifier les doublons avant d'inscrire*, avec le réglage prudent :

| N° | Ce que montre la ligne | Sortie attendue |
| --- | --- | --- |
${checked.join('\n')}

\`reponses.csv\` : ce que l'équipe a répondu, une ligne par paire (N° de dossier, Candidat, Réponse). Un exemple y est déjà ; ajoutez les vôtres.

Refaire les cinq fichiers : \`npx tsx sandbox/samples/main.ts\`. Le générateur est sans hasard : les CSV retrouvés sont les mêmes, octet pour octet.
`;
}
