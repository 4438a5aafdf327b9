import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `setup.*` and `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: '这条历史记录已被删除。',
    cause: '它刚刚被删除，可能是在另一个窗口中。',
    steps: ['请选择另一条记录。'],
  },
  'history.notKept': {
    title: '无法保存历史记录：{reason}。',
    cause: '磁盘已满，或者您的用户文件夹不可写。',
    steps: ['请检查磁盘是否已满，以及您是否有权写入自己的文件夹。', '已烧录的内容不受影响。'],
  },
  'setup.notUnderstood': {
    title: '无法打开 {name}：{reason}。',
    cause: '它很可能不完整，或者被手动编辑过。',
    steps: ['请对方重新提供此方案，或重新添加文件并保存。'],
  },
  'setup.tooNew': {
    title: '{name} 由更新版本的 Esplanade 创建。',
    cause: '它用到了此版本尚不支持的功能。',
    steps: ['安装最新版本，然后重新打开此方案。'],
  },
  'setup.partMissing': {
    title: '{name} 中没有 {part}。',
    cause: '文件被移动或删除了，或者项目没有在这台计算机上构建。',
    steps: ['重新构建项目、指定文件现在的位置，或将其略过。'],
  },
  'setup.fileOnNetwork': {
    title: '{name} 位于另一台计算机上，没有打开。',
    cause: '方案指向一个网络文件夹，来自互联网的方案可能会恶意利用这一点。',
    steps: ['如果您信任此方案，请指定文件的位置；否则请将其略过。'],
  },
};
