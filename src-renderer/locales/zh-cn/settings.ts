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
    connection: '速度',
    speedHint: '用于写入和读取。“自动”会采用可用的最高速度。',
    files: '文件',
    watchBuilds: '监视表格中的文件',
    watchBuildsHint: '编译更改这些文件后，会重新读取并提示再次烧录。',
    signals: '声音和通知',
    sounds: '耗时较长的任务结束时播放声音',
    soundsHint: '成功和失败的声音不同。',
    notifications: '任务结束时发送通知',
    notificationsHint: '窗口不在前台时由系统显示。',
    privacy: '隐私',
    privacyText: 'Esplanade 不会从网络获取任何内容，也不会发送关于您、您的开发板或文件的任何信息。',
    data: '数据',
    dataText: '设置和历史记录保存在此计算机上的一个文件夹中。',
    showFolder: '打开文件夹',
    reset: '重置所有设置',
    resetQuestion: '重置所有设置？历史记录和文件会保留。',
    resetNow: '重置',
    about: '关于',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: '更改会立即保存。',
  },
};
