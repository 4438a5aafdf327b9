import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `file.*`, `image.*` and `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '未找到 {name}。',
    steps: ['检查名称和文件夹，或重新选择文件。'],
  },
  'file.unreadable': {
    title: '无法读取 {name}：{reason}。',
    steps: ['检查您是否有权打开该文件，或将它复制到其他文件夹后再选择。'],
  },
  'file.empty': {
    title: '{name} 是空文件。',
    steps: ['重新构建或下载该文件。'],
  },
  'file.tooLarge': {
    title: '{name} 过大：{sizeBytes}，上限为 {limitBytes}。',
    steps: ['检查文件是否选对。'],
  },
  'file.changed': {
    title: '{name} 在选择之后被更改过。',
    steps: ['重新选择该文件，以确保写入的就是检查过的内容。'],
  },
  'file.isFolder': {
    title: '{name} 是文件夹。',
    steps: ['选择其中的文件。'],
  },
  'file.notUnderstood': {
    title: '无法识别 {name}：{reason}。',
    steps: ['重新构建或下载该文件。', '检查它是否为乐鑫芯片的固件。'],
  },
  'file.badLine': {
    title: '无法识别 {name} 的第 {line} 行：“{text}”。',
    steps: ['请按 name, type, subtype, offset, size, flags 的顺序书写，以逗号分隔。'],
  },
  'file.nothingInside': {
    title: '{name} 中没有固件。',
    steps: ['如果是项目，请先构建。', '选择包含 .bin 文件的文件夹，或直接选择 .bin 文件。'],
  },
  'file.tooManyInside': {
    title: '{name} 包含的文件超过 {limit} 个。',
    steps: ['请改为选择其中的固件文件。'],
  },
  'file.encrypted': {
    title: '{name} 受密码保护。',
    steps: ['用密码解压，然后选择解压后的文件夹。'],
  },
  'file.severalBuilds': {
    title: '{name} 包含多个构建：{builds}。',
    steps: ['选择所需构建的文件夹。'],
  },
  'file.partMissing': {
    title: '{name} 引用的文件 {part} 不存在。',
    steps: ['重新构建项目，或将下载的文件完整解压。'],
  },
  'file.partRemote': {
    title: '{name} 引用的 {part} 位于互联网上。Esplanade 不会下载任何内容。',
    steps: ['先下载该文件，然后在此选择。'],
  },
  'file.partOutside': {
    title: '{name} 引用的 {part} 位于其文件夹之外。',
    steps: ['如果您信任该文件，请单独选择它。'],
  },
  'file.notWritten': {
    title: '无法写入 {name}：{reason}。',
    steps: ['检查文件夹是否存在、您是否有写入权限，以及磁盘是否已满。'],
  },
  'file.isInput': {
    title: '结果会覆盖它的来源文件 {name}。',
    steps: ['为结果换一个名称。'],
  },
  'image.notBuilt': {
    title: '无法由 {name} 生成镜像：{reason}。',
    steps: ['检查芯片和选项是否与此程序相符。', '检查构建时使用的链接脚本。'],
  },
  'input.notANumber': {
    title: '{what}：“{text}”不是有效的数值。',
    steps: ['请写成 0x10000、65536、64k 或 4M 这样的形式。'],
  },
  'input.missing': {
    title: '缺少内容：{what}。',
    steps: ['补充后重试。'],
  },
  'input.addressNotWanted': {
    title: '{name} 自带地址，不能再指定 {text}。',
    steps: ['去掉该地址。'],
  },
  'input.unknownOption': {
    title: '“{text}”不是已知的选项。',
    steps: ['检查拼写。esplanade --help 列出所有命令，esplanade help 加命令名可列出该命令的选项。'],
  },
  'input.badChoice': {
    title: '{what}：“{text}”不是可选值。',
    steps: ['可选值：{choices}。'],
  },
};
