import type { GuideId } from '../guides/guides';
import type { PageId } from '../ipc/page';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { LanguageTag } from './languages';
import { pt } from './pt';
import { ru } from './ru';
import { zhCn } from './zh-cn';

/**
 * What the system's own menus and dialogs say. The main process needs these before there is a window, so they are
 * not among the window's sentences. Plain text: `&` and the like mean nothing in them.
 */
export interface NativeTexts {
  readonly menu: {
    readonly file: string;
    readonly newSetup: string;
    readonly addFirmware: string;
    readonly openSetup: string;
    readonly openRecent: string;
    /** Stands in that menu while it is empty. */
    readonly noRecents: string;
    readonly saveSetup: string;
    readonly saveSetupAs: string;
    readonly saveWithFiles: string;
    readonly settings: string;
    readonly closeWindow: string;
    readonly quit: string;
    readonly edit: string;
    readonly undo: string;
    readonly redo: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly board: string;
    readonly flash: string;
    readonly flashAgain: string;
    readonly compare: string;
    readonly cancel: string;
    readonly askAgain: string;
    readonly go: string;
    readonly view: string;
    readonly trace: string;
    readonly actualSize: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fullScreen: string;
    readonly developerTools: string;
    readonly window: string;
    readonly minimise: string;
    readonly zoom: string;
    readonly allToFront: string;
    readonly help: string;
    readonly helpPage: string;
    readonly tryVirtual: string;
    readonly shortcuts: string;
    readonly copyDetails: string;
    readonly about: string;
    readonly services: string;
    readonly hide: string;
    readonly hideOthers: string;
    readonly showAll: string;
  };
  /** The pages' names, in the menu and in the navigation. */
  readonly pages: Readonly<Record<PageId, string>>;
  /** Names of the guides, in the menu and in the window. */
  readonly guides: Readonly<Record<GuideId, string>>;
  readonly dialog: {
    readonly addFirmware: string;
    readonly firmware: string;
    readonly allFiles: string;
    /** What setups are called among kinds of files. */
    readonly setup: string;
    readonly openSetup: string;
    readonly saveSetup: string;
    /** `{name}`: of a file that is missing. */
    readonly locate: string;
    /** `{name}`: of the setup. */
    readonly saveQuestion: string;
    readonly saveDetail: string;
    readonly save: string;
    readonly dontSave: string;
    readonly cancel: string;
    readonly quitQuestion: string;
    readonly quitDetail: string;
    readonly keepGoing: string;
    readonly stopAndQuit: string;
  };
  readonly about: { readonly licence: string; readonly credits: string };
}

/** Complete by type: a language cannot be without its menus. */
export const nativeTexts: { readonly [Tag in LanguageTag]: NativeTexts } = {
  en,
  'zh-CN': zhCn,
  de,
  fr,
  es,
  pt,
  ru,
  ja,
};
