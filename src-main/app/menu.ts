import { app, Menu } from 'electron';
import { menuTemplate, type MenuParts } from './menu-template';

/** Sets the application's menu and the words of its about box. */
export function setMenu(parts: Omit<MenuParts, 'platform'>): void {
  const { texts } = parts;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...parts, platform: process.platform })));
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: texts.about.licence,
    credits: texts.about.credits,
  });
}
