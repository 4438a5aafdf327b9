import { app, Menu } from 'electron';
import type { MenuCommand } from '../../src-shared/ipc/contract';
import type { NativeTexts } from '../../src-shared/locales/native-texts';
import { menuTemplate } from './menu-template';

/** Sets the application's menu and the words of its about box. `onCommand` gets what the person chose. */
export function setMenu(texts: NativeTexts, onCommand: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ texts, platform: process.platform, onCommand })));
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: texts.about.licence,
    credits: texts.about.credits,
  });
}
