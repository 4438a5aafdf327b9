import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** The first flash, without hardware. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: '第一次使用？',
    what: '先烧录一块由软件模拟的开发板。只需半分钟，不会损坏任何东西。',
    begin: '用虚拟开发板试一试',
    notNow: '以后再说',
    press: '一切就绪，请按“烧录”。',
    done: '就是这么简单',
    doneText: '烧录您自己的开发板也是一样：插入开发板，将固件拖入此窗口，按“烧录”。',
    own: '换上自己的开发板',
  },
};
