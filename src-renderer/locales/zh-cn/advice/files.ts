import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `file.*`, `image.*` and `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '未找到 {name}。',
    cause: '它被移动、重命名或删除了，或者还在构建中。',
    steps: ['检查名称和文件夹，或重新选择文件。'],
  },
  'file.unreadable': {
    title: '无法读取 {name}：{reason}。',
    cause: '它属于其他用户，或者正被其他程序独占。',
    steps: ['检查您是否有权打开该文件，或将它复制到其他文件夹后再选择。'],
  },
  'file.empty': {
    title: '{name} 是空文件。',
    cause: '构建或下载很可能中途停止了。',
    steps: ['重新构建或下载该文件。'],
  },
  'file.tooLarge': {
    title: '{name} 过大：{sizeBytes}，上限为 {limitBytes}。',
    cause: '它很可能不是固件文件。',
    steps: ['检查文件是否选对。'],
  },
  'file.changed': {
    title: '{name} 在选择之后被更改过。',
    cause: '它很可能在此期间重新构建过。',
    steps: ['重新选择该文件，以确保写入的就是检查过的内容。'],
  },
  'file.isFolder': {
    title: '{name} 是文件夹。',
    cause: '这里需要的是文件，实际却是文件夹。',
    steps: ['选择其中的文件。'],
  },
  'file.notUnderstood': {
    title: '无法识别 {name}：{reason}。',
    cause: '它很可能没有下载完整，或者实际类型与文件名不符。',
    steps: ['重新构建或下载该文件。', '检查它是否为乐鑫芯片的固件。'],
  },
  'file.badLine': {
    title: '无法识别 {name} 的第 {line} 行：“{text}”。',
    cause: '这一行的字段数不对，或者含有分区不允许的值。',
    steps: ['请按 name, type, subtype, offset, size, flags 的顺序书写，以逗号分隔。'],
  },
  'file.nothingInside': {
    title: '{name} 中没有固件。',
    cause: '项目很可能还没有构建，或者文件夹选错了。',
    steps: ['如果是项目，请先构建。', '选择包含 .bin 文件的文件夹，或直接选择 .bin 文件。'],
  },
  'file.tooManyInside': {
    title: '{name} 包含的文件超过 {limit} 个。',
    cause: '它很可能不是固件包。',
    steps: ['请改为选择其中的固件文件。'],
  },
  'file.encrypted': {
    title: '{name} 受密码保护。',
    cause: '打包的人设置了密码。',
    steps: ['用密码解压，然后选择解压后的文件夹。'],
  },
  'file.severalBuilds': {
    title: '{name} 包含多个构建：{builds}。',
    cause: '项目为多种开发板或环境进行了构建。',
    steps: ['选择所需构建的文件夹。'],
  },
  'file.partMissing': {
    title: '{name} 引用的文件 {part} 不存在。',
    cause: '构建很可能不完整，或者下载的文件只解压了一部分。',
    steps: ['重新构建项目，或将下载的文件完整解压。'],
  },
  'file.partRemote': {
    title: '{name} 引用的 {part} 位于互联网上。Esplanade 不会下载任何内容。',
    cause: '它是为网页安装程序制作的，那种程序会自行下载所需文件。',
    steps: ['先下载该文件，然后在此选择。'],
  },
  'file.partOutside': {
    title: '{name} 引用的 {part} 位于其文件夹之外。',
    cause: '制作它的计算机文件夹结构不同，或者制作者不可信任。',
    steps: ['如果您信任该文件，请单独选择它。'],
  },
  'file.notWritten': {
    title: '无法写入 {name}：{reason}。',
    cause: '磁盘已满、文件夹已不存在，或者您没有写入权限。',
    steps: ['检查文件夹是否存在、您是否有写入权限，以及磁盘是否已满。'],
  },
  'file.noRoom': {
    title: '放不下 {name}：还差 {missingBytes}。',
    cause: '所有文件加上文件系统自身所需的空间，超过了分区的大小。',
    steps: ['去掉或缩小一些文件，或使用更大的分区。'],
  },
  'file.nameTooLong': {
    title: '名称 {name} 太长：最多 {limit} 个字符。',
    cause: '文件系统没有更多空间存放名称。A 到 Z 以外的字符可能算作多个。',
    steps: ['请使用更短的名称。'],
  },
  'file.nameNotAllowed': {
    title: '{name} 不能在这里用作名称。',
    cause: '其中含有文件系统不允许的字符、重复出现，或经过了一个文件。',
    steps: ['请使用其他名称。'],
  },
  'file.noFolders': {
    title: '{name} 是文件夹，而此文件系统没有文件夹。',
    cause: '在 SPIFFS 中，文件夹只是文件名的一部分。',
    steps: ['去掉该文件夹；其中的文件保留完整名称。'],
  },
  'file.isInput': {
    title: '结果会覆盖它的来源文件 {name}。',
    cause: '来源和结果选择了相同的名称。',
    steps: ['为结果换一个名称。'],
  },
  'image.notBuilt': {
    title: '无法由 {name} 生成镜像：{reason}。',
    cause: '程序很可能是为其他芯片链接的，或者有些部分位于镜像无法填充的内存中。',
    steps: ['检查芯片和选项是否与此程序相符。', '检查构建时使用的链接脚本。'],
  },
  'input.notANumber': {
    title: '{what}：“{text}”不是有效的数值。',
    cause: '很可能多了一个字母，或者数值超出了这里允许的范围。',
    steps: ['请写成 0x10000、65536、64k 或 4M 这样的形式。'],
  },
  'input.missing': {
    title: '缺少内容：{what}。',
    cause: '命令缺少一部分。',
    steps: ['补充后重试。'],
  },
  'input.addressNotWanted': {
    title: '{name} 自带地址，不能再指定 {text}。',
    cause: '文件本身已注明各部分的位置。',
    steps: ['去掉该地址。'],
  },
  'input.unknownOption': {
    title: '“{text}”不是已知的选项。',
    cause: '很可能有拼写错误，或者它属于其他命令。',
    steps: ['检查拼写。esplanade --help 列出所有命令，esplanade help 加命令名可列出该命令的选项。'],
  },
  'input.badChoice': {
    title: '{what}：“{text}”不是可选值。',
    cause: '很可能有拼写错误，或者它属于其他芯片或命令。',
    steps: ['可选值：{choices}。'],
  },
};
