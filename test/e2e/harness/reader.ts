/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';

import type { Instance } from '../../../scripts/instance';
import { ROOT } from './testInstance';

const PROGRAM = process.env['PLIE_CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A4 less its margins, at 96 pixels an inch. */
const SHEET = { width: 718, height: 1046 };
const SCREEN = { width: 1360, height: 850 };

/** In CI pictures are evidence of the run; elsewhere they are those of the documentation. */
const PICTURES = join(ROOT, process.env['CI'] ? '.work/screenshots' : 'docs/images');

/** A person who reads only French, in front of her screen. */
export class Reader {
  private constructor(
    private readonly browser: Browser,
    readonly editor: Page,
    readonly franceTravail: Page,
    private readonly instance: Instance,
  ) {}

  static async sitDown(instance: Instance): Promise<Reader> {
    mkdirSync(PICTURES, { recursive: true });
    selectors.setTestIdAttribute('data-test-id');
    const browser = await chromium.launch({ executablePath: PROGRAM, args: FLAGS });
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: SCREEN });
    context.setDefaultTimeout(60_000);
    return new Reader(browser, await context.newPage(), await context.newPage(), instance);
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  async takePicture(page: Page, name: string): Promise<void> {
    await page.bringToFront();
    // Fonts and the last transitions.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** Opens a page that was kept as a file. */
  async openPage(file: string): Promise<void> {
    await this.franceTravail.goto(pathToFileURL(file).href);
  }

  /** The page that is open, on screen and as the printer has it. */
  async takePictures(onScreen: string, printed: string): Promise<void> {
    const page = this.franceTravail;
    await page.bringToFront();
    await page.screenshot({ path: join(PICTURES, `${onScreen}.png`), fullPage: true });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(SHEET);
    await page.screenshot({ path: join(PICTURES, `${printed}.png`), fullPage: true });
    await page.emulateMedia({ media: null });
    await page.setViewportSize(SCREEN);
  }

  async lookAtFranceTravail(): Promise<void> {
    await this.franceTravail.bringToFront();
    await this.franceTravail.goto(this.instance.sandbox.pageUrl);
    await this.franceTravail.locator('#now dd').first().waitFor();
  }

  async signIn(): Promise<void> {
    const { editor, instance } = this;
    await editor.bringToFront();
    await editor.goto(`${instance.n8n.url}/signin`);
    await editor.locator('input[type=email]').fill(instance.owner.email);
    await editor.locator('input[type=password]').fill(instance.owner.password);
  }

  async enter(): Promise<void> {
    await this.editor.getByTestId('form-submit-button').click();
    await this.editor.waitForURL(/\/home\/workflows/);
    await this.editor
      .getByText(this.instance.templates[0]?.name ?? '')
      .first()
      .waitFor();
  }

  /** The words that the editor has in one language, by n8n's own keys. */
  async wordsOfEditor(locale: 'en' | 'fr'): Promise<string[]> {
    return await this.editor.evaluate((wanted) => {
      interface Plugin {
        global?: { getLocaleMessage?: (locale: string) => object };
      }
      const app = (document.querySelector('#app') as unknown as { __vue_app__: { _context: { provides: object } } })
        .__vue_app__;
      const provided = app._context.provides as Record<symbol, Plugin | undefined>;
      const plugins = Object.getOwnPropertySymbols(provided).map((key) => provided[key]);
      const i18n = plugins.find((plugin) => plugin?.global?.getLocaleMessage)?.global;
      return Object.keys(i18n?.getLocaleMessage?.(wanted) ?? {});
    }, locale);
  }

  /** Shows one of the node's outputs. */
  async showOutput(name: string): Promise<void> {
    await this.editor.getByTestId('output-panel').getByTestId('branches').getByText(name).click();
  }

  /** Opens a workflow and waits until one of its nodes is there. */
  async openWorkflow(id: string, node: string): Promise<void> {
    await this.editor.bringToFront();
    await this.editor.goto(`${this.instance.n8n.url}/workflow/${id}`);
    await this.node(node).waitFor();
  }

  node(name: string) {
    return this.editor.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
  }

  /** Presses play, then waits for n8n's word that it is done. */
  async play(): Promise<void> {
    const { editor } = this;
    await editor.bringToFront();
    const word = editor.locator('.el-notification, [data-test-id="toast"]').filter({ hasText: /\S/ }).first();
    // The word about the run before must have gone, or it would be taken for that of this one.
    await word.waitFor({ state: 'hidden' });
    await editor.getByTestId('execute-workflow-button').first().click();
    await word.waitFor();
  }

  async openNode(name: string): Promise<void> {
    await this.node(name).dblclick();
    await this.editor.getByTestId('output-panel').waitFor();
  }

  async closeNode(): Promise<void> {
    await this.editor.keyboard.press('Escape');
    await this.editor.getByTestId('output-panel').waitFor({ state: 'hidden' });
  }
}
