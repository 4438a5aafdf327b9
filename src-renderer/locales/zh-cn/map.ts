import type { mapTexts as english } from '../en/map';
import type { Widened } from '../messages';

/** The flash map. */
export const mapTexts: Widened<typeof english> = {
  map: {
    title: 'Flash 布局图',
    total: '共 {size}',
    layout: '来自分区表',
    writes: '将写入',
    kept: '保持不变',
    hint: '较小的区域会画得比实际宽。',
    region: '{name}，{kind}，{from} 至 {to}，{size}',
    range: '{from} – {to}',
    asList: '以列表显示',
    from: '起始',
    to: '结束',
    name: '名称',
    kind: '内容',
    size: '大小',
    point: '将指针移到区域上查看其内容。',
  },
};
