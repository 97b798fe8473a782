import { type Browser, chromium } from 'playwright-core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPage, type RunReport } from '../../src/report';
import { DICTIONARY } from '../../src/wording';
import { countsOf, lineOf, manyLines, outcome, reportOf, RUNS } from './parts';

/** What a reader reads, on one line. */
const textOf = (page: string): string =>
  page
    .replace(/<(style|svg|table)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00A0]+/g, ' ');

const NIR = '1 84 12 59 999 123 41';
/** An id, an organism and a sentence of somebody who means harm. */
const HOSTILE = `"><img src=x onerror="alert(1)"><script>alert(2)</script>`;

describe('the page after a run', () => {
  it('says in French what was said, what waits and what is to be corrected, by the PLIE’s own ids', () => {
    const text = textOf(renderPage(reportOf()));
    expect(text).toContain('PLIE d’Exempleville');
    expect(text).toContain('24 novembre 2026 à 07:02 · liste du 23 novembre 2026');
    expect(textOf(renderPage(reportOf({ run: '1a2b3c4d' })))).toContain(
      'liste du 23 novembre 2026 · envoi n° 1a2b3c4d',
    );
    expect(text).toContain('Sur 12 lignes, 5 changements ont été dits à France Travail.');
    expect(text).toContain('3 personnes ne seront plus relancées par France Travail.');
    expect(text).toMatch(
      /À corriger : 4 lignes 1 Identifiant France Travail .*Excel a sans doute enlevé le 0.* P02308/,
    );
    expect(text).toMatch(/Accompagnés ailleurs : 1 .*Mission locale d’Exempleville P02306/);
    expect(text).toMatch(/En attente : 1 1 Pas encore envoyée/);
    expect(text).toMatch(/Sans identifiant 2 personnes ne peuvent pas être déclarées/);
  });

  it('says in a dry run what would be said, and that nothing has left', () => {
    const text = textOf(renderPage(reportOf({ dryRun: true, lines: [lineOf(0, { change: 'open' })], runs: [] })));
    expect(text).toContain('Aperçu : rien n’est parti');
    expect(text).toContain('Sur 1 ligne, 1 changement serait dit à France Travail.');
    expect(text).toContain('Aucune liste n’a encore été envoyée');
    expect(text).toContain('Rien à corriger.');
  });

  it('speaks English where the instance does', () => {
    const page = renderPage(reportOf({ locale: 'en' }));
    expect(page).toContain('<html lang="en">');
    expect(textOf(page)).toContain('Of 12 lines, France Travail was told 5 changes.');
    expect(textOf(page)).not.toMatch(/lignes|personnes|relances/);
  });

  it('leaves no blank of a sentence open, and no code without a sentence', () => {
    for (const locale of ['fr', 'en'] as const) {
      expect(renderPage(reportOf({ locale, lines: manyLines(40) })).replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(
        /\{\w+\}|report\.\w+/,
      );
    }
  });

  it('shows the last twelve runs with their numbers, for eyes and for ears', () => {
    const page = renderPage(
      reportOf({ runs: [...RUNS, { at: '2026-11-24T06:02:00.000Z', counts: countsOf({ open: 77 }) }] }),
    );
    expect(page.match(/<th scope="row">/g)).toHaveLength(12);
    expect(page).toContain('>77<');
    expect(page).not.toContain('07/09');
  });

  it('names nobody', () => {
    expect(renderPage(reportOf({ lines: manyLines(60) }))).not.toMatch(/FICTIVE|Camille|1984/);
  });

  it('takes nothing for markup, and hides what is as long as a NIR wherever it stands', () => {
    const lines = [
      lineOf(0, { id: HOSTILE, change: 'stop', outcome: outcome('rejected', 'x'), problems: [{ code: HOSTILE }] }),
      lineOf(1, {
        id: NIR,
        outcome: outcome('alreadyAccompanied', 'x', { organism: { code: 'X', label: `${HOSTILE} ${NIR}` } }),
      }),
      lineOf(2, { id: '184125999912342', outcome: outcome('unavailable', 'x') }),
      lineOf(3, { id: '\uD800\u0000\u202Eabc', outcome: outcome('notFound', 'x') }),
    ];
    const page = renderPage(reportOf({ lines, structure: `${HOSTILE}${NIR}` }));
    expect(page).not.toMatch(/<img|<script|184125999912342|59 999 123/);
    expect(page).toContain('&lt;img src=x onerror=');
    expect(page).not.toMatch(/[\uD800-\uDFFF]|\0/);
  });
});

describe('the page in a browser', () => {
  let browser: Browser;
  const place = mkdtempSync(join(tmpdir(), 'report-'));
  beforeAll(async () => {
    const executablePath = process.env['PLIE_CHROMIUM'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(place, { recursive: true, force: true });
  });

  const open = async (report: RunReport) => {
    const file = join(place, 'rapport.html');
    writeFileSync(file, renderPage(report));
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`file://${file}`);
    return { page, asked, complaints };
  };

  /** Every sentence that is long, as causes; ids and names as long as they come. */
  const worst = (): RunReport => {
    const codes = Object.keys(DICTIONARY)
      .filter((code) => /^(exchange|intake|delivery|identity)\./.test(code))
      .sort((a, b) => DICTIONARY[b]!.fr.length - DICTIONARY[a]!.fr.length)
      .slice(0, 60);
    const lines = manyLines(900).map((line, nth) => {
      const problem = { code: codes[nth % codes.length]!, field: 'franceTravailNumber' as const };
      const kind = (['rejected', 'unavailable', 'alreadyAccompanied', 'forbidden'] as const)[nth % 4]!;
      const organism = { code: 'X', label: `Organisme ${nth} ${'au nom qui n’en finit pas '.repeat(4)}` };
      const id = `${'DOSSIER-'.repeat(6)}${nth}`;
      return { ...line, id, outcome: { ...outcome(kind, problem.code), organism }, problems: [problem] };
    });
    const cut = ['email', 'phone', 'birthName', 'usageName', 'firstNames', 'postcode', 'city', 'street'] as const;
    const notes = Array.from({ length: 9 }, () => ({ code: 'delivery.absent.reported' }));
    return reportOf({ lines, notes, cut, structure: 'Plan local '.repeat(30) });
  };

  it.each([
    ['12 people', reportOf()],
    ['900 people', reportOf({ lines: manyLines(900) })],
    ['900 people, everything as long as it comes', worst()],
    ['nobody', reportOf({ lines: [], runs: [] })],
  ])('prints on two sheets of A4: %s', async (_name, report) => {
    const { page } = await open(report);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
    await page.close();
  });

  it('asks for nothing but itself, and its policy lets its one style through', async () => {
    const { page, asked, complaints } = await open(reportOf({ lines: manyLines(900) }));
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(
      await page
        .locator('.said rect, svg rect.said')
        .first()
        .evaluate((one) => getComputedStyle(one).fill),
    ).toBe('rgb(31, 78, 140)');
    await page.close();
  });

  it('is wide enough for a phone too: nothing stands out at the side', async () => {
    const { page } = await open(worst());
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  it('can be heard: one main heading, no level left out, every picture named', async () => {
    const { page } = await open(reportOf());
    const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [nth, level] of levels.entries()) expect(level - (levels[nth - 1] ?? 0)).toBeLessThanOrEqual(1);
    const names = await page
      .getByRole('img')
      .evaluateAll((all) =>
        all.map(
          (one) => document.getElementById(one.getAttribute('aria-labelledby')?.split(' ')[0] ?? '')?.textContent ?? '',
        ),
      );
    expect(names).toHaveLength(4);
    expect(names.every((name) => name.trim() !== '')).toBe(true);
    await page.close();
  });

  it('keeps a contrast of 4.5 for everything that is read', async () => {
    const { page } = await open(reportOf({ notes: [{ code: 'delivery.absent.reported' }] }));
    const pale = await page.evaluate(() => {
      const rgb = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
      const light = (text: string) => {
        const [r = 0, g = 0, b = 0] = rgb(text).map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (from: Element): string => {
        for (let one: Element | null = from; one; one = one.parentElement) {
          const colour = getComputedStyle(one).backgroundColor;
          if (rgb(colour)[3] !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      return Array.from(document.querySelectorAll('main *'))
        .filter((one) => Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((one) => !one.closest('title, desc, .heard'))
        .map((one) => {
          const style = getComputedStyle(one);
          const ink = light(one instanceof SVGElement ? style.fill : style.color);
          const ground = light(behind(one));
          return { text: one.textContent, contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) };
        })
        .filter(({ contrast }) => contrast < 4.5);
    });
    expect(pale).toEqual([]);
    await page.close();
  });
});
