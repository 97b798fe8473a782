import { against, BASE, DUPLICATE, NAMESAKE, NEW, REVIEW, said, STRANGER, SURE, within } from './dedupTrial';
import { jsonOf, removeUserFolder } from './sandboxEngine';

afterAll(removeUserFolder);

describe('what a reviewer answered is respected in the next run', () => {
  const answer = (candidate: string, word: unknown, id = 'N3') => ({
    'N° de dossier': id,
    Candidat: candidate,
    Réponse: word as string,
  });

  it.each(['même', 'Oui', 'la même personne', 'same', 'MÊME !', 'm\uFFFDme', 'mÃªme'])(
    '« %s »: a duplicate',
    async (word) => {
      const result = await against([NAMESAKE], BASE, [answer('K2', word)]);
      expect(jsonOf(result, DUPLICATE)).toMatchObject([{ id: 'N3', candidateId: 'K2' }]);
      expect((jsonOf(result, DUPLICATE)[0]?.reasons as string[])[0]).toBe('réponse de votre équipe : même personne');
      expect(said(result)).toContain('Réponses prises en compte : 1.');
    },
  );

  it.each(['pas le même', 'Non', 'pas la même personne', 'different', 'not the same', 'pas le m\uFFFDme'])(
    '« %s »: that candidate no longer counts',
    async (word) => {
      const result = await against([NAMESAKE], BASE, [answer('K2', word)]);
      expect(jsonOf(result, NEW)).toMatchObject([{ id: 'N3', candidateId: '', candidateCount: 0 }]);
      expect(jsonOf(result, NEW)[0]?.reasons).toEqual(['réponse de votre équipe : ce n’est pas le dossier K2']);
    },
  );

  it('two answers that contradict each other: to review, and it is said', async () => {
    const result = await against([NAMESAKE], BASE, [answer('K2', 'même'), answer('K2', 'non')]);
    expect(jsonOf(result, REVIEW)[0]?.reasons).toEqual(
      expect.arrayContaining([expect.stringMatching(/deux réponses se contredisent/)]),
    );
  });

  it('« même » joins two files of which the engine would never have thought', async () => {
    const result = await against([STRANGER], BASE, [answer('K3', 'même', 'N2')]);
    expect(jsonOf(result, DUPLICATE)).toMatchObject([{ id: 'N2', candidateId: 'K3' }]);
  });

  it('of several candidates, an answer settles which', async () => {
    const twice = [...BASE, { ...BASE[0], 'N° participant': 'K9' }];
    const different = await against([SURE], twice, [answer('K9', 'non', 'N1')]);
    expect(jsonOf(different, DUPLICATE)).toMatchObject([{ id: 'N1', candidateId: 'K1', candidateCount: 1 }]);
    const same = await against([SURE], twice, [answer('K9', 'oui', 'N1')]);
    expect(jsonOf(same, DUPLICATE)).toMatchObject([{ id: 'N1', candidateId: 'K9' }]);
  });

  it('within a list too, in either order, and nobody bridges two people who were told apart', async () => {
    const twin = { ...NAMESAKE, id: 'N7' };
    expect(jsonOf(await within([NAMESAKE, twin], [answer('N7', 'non', 'N3')]), NEW)).toHaveLength(2);
    expect(jsonOf(await within([NAMESAKE, twin], [answer('N3', 'oui', 'N7')]), DUPLICATE)).toHaveLength(1);
    const list = [SURE, { ...SURE, id: 'N8' }, { ...SURE, id: 'N9' }];
    const bridged = await within(list, [answer('N8', 'non', 'N1')]);
    expect(jsonOf(bridged, NEW).map(({ id }) => id)).toEqual(['N1', 'N8']);
    expect(jsonOf(bridged, REVIEW).map(({ id }) => id)).toEqual(['N9']);
  });

  it('takes the file of the command too, and the items of this node with an answer beside', async () => {
    const pairs = [{ left_id: 'K2', right_id: 'N3', decision: 'review', answer: 'different' }];
    expect(jsonOf(await against([NAMESAKE], BASE, pairs), NEW)).toHaveLength(1);
    const [item] = jsonOf(await against([NAMESAKE], BASE), REVIEW);
    expect(jsonOf(await against([NAMESAKE], BASE, [{ ...item, answer: true }]), DUPLICATE)).toHaveLength(1);
  });

  it('says which line is not understood, waits for those without an answer, and goes on', async () => {
    const answers = [answer('K2', '?'), answer('K2', 'peut-être'), answer('', 'oui'), answer('K2', 'non')];
    const result = await against([NAMESAKE], BASE, answers);
    expect(jsonOf(result, NEW)).toHaveLength(1);
    expect(said(result)).toEqual(
      expect.arrayContaining([
        'Réponses, ligne 2 : « peut-être » n’est pas compris. Écrivez « même » ou « pas le même ».',
        'Réponses, ligne 3 : le n° de dossier ou le candidat manque. La réponse n’a pas été prise.',
        'Réponses prises en compte : 1.',
      ]),
    );
  });

  it('says so when what is connected holds no answers', async () => {
    const result = await against([NAMESAKE], BASE, [...BASE]);
    expect(said(result)).toContainEqual(expect.stringMatching(/^L’entrée « Réponses » n’a pas de colonne « Réponse »/));
    expect(jsonOf(result, REVIEW)).toHaveLength(1);
  });
});
