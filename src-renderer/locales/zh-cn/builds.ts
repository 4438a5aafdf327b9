import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** New builds of the files on the flash table. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: '新的编译',
    watching: '正在等待新的编译',
    files: '磁盘上的 {count} 个文件 | 磁盘上的 {count} 个文件',
    onByItself: '新的编译会自动烧录。',
    byItself: '自动烧录',
    byItselfHint: '编译更改这些文件后，会直接烧录到此开发板，不再询问。检查发现问题时会停止。',
    unfinished: '编译正在进行',
    missing: '磁盘上找不到文件',
    changed: '编译结果已更改（{ago}）',
    justNow: '刚刚',
    flash: '烧录',
    dismiss: '忽略',
    more: '{shown}，以及另外 1 个 | {shown}，以及另外 {count} 个',
    change: {
      size: '{name}（{was} → {is}）',
      contents: '{name}（{size}，内容不同）',
      moved: '{name}（{was} → {is}）',
      added: '{name}（新增）',
      removed: '{name}（已不再包含）',
    },
    stopped: {
      noBoard: '未烧录：未选择开发板',
      boardMissing: '未烧录：开发板未连接',
      boardBusy: '未烧录：其他程序正在使用开发板',
      missingFiles: '未烧录：方案缺少一个文件',
      checks: '未烧录：检查发现问题',
    },
  },
};
