import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** The Settings page. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: '设置',
    appearance: '外观',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    language: '语言',
    languageSystem: '跟随系统（{name}）',
    boards: '开发板',
    showVirtual: '显示虚拟开发板',
    showVirtualHint: '由软件模拟的开发板，无需硬件即可试用全部功能。',
    about: '关于',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: '更改会立即保存。',
  },
};
