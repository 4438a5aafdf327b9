import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Setups, what was open lately, and the window's title. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name}（更改未保存）– Esplanade',
  },
  setup: {
    label: '方案',
    saved: '已保存',
    changed: '更改未保存',
    save: '保存',
    keep: '保存为方案',
    keepHint: '将这些文件、地址和选项保存到一个文件，方便以后打开或分享给他人。',
    close: '关闭此方案',
    otherChip: '适用于 {chip}，而所选开发板是 {board}。',
    missingTitle: '未找到',
    missingRows: '其中需要的内容：{rows}',
    locate: '指定位置',
    leaveOut: '略过',
  },
  recents: {
    title: '最近打开',
    where: '位于 {folder}',
    opened: '{kind} · {ago}',
    missing: '已不存在',
    forget: '从列表中移除 {name}',
    kind: {
      setup: '方案',
      draft: '上次的进度，未保存',
      file: '文件',
    },
  },
};
