import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** 通过网络把端口交给其他程序。 */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: '共享此端口',
    open: '共享此端口',
    intro:
      '其他程序可以通过网络使用这块开发板，就像它插在那台电脑上一样：esptool、串口终端，或另一台电脑上的 Esplanade。在您启动之前不会共享。',
    audience: '谁可以使用',
    thisComputer: '仅这台电脑',
    thisComputerHint: '只有在这台电脑上运行的程序，其他人都无法访问。',
    localNetwork: '局域网',
    localNetworkHint: '同一网络中的所有电脑。',
    warning: '没有密码：网络中的任何人都可以读取、烧录和擦除这块开发板。',
    port: '端口号',
    portHint: '如果已被占用，将使用下一个空闲端口。',
    portBad: '请输入 1 到 65535 之间的数字。',
    start: '开始共享',
    stop: '停止共享',
    reason: { busy: '请等待正在运行的任务完成。' },
    on: { thisComputer: '正与这台电脑上的程序共享', localNetwork: '正与局域网共享' },
    away: '开发板已断开。如果它没有很快恢复，共享将结束。',
    address: '地址',
    addressHint:
      '把它作为端口交给其他程序：esptool --port，或 Esplanade 中的“网络端口”。共享期间 Esplanade 不会使用这块开发板。',
    otherPort: '端口 {wanted} 已被占用，因此使用 {port}。',
    peers: '当前连接',
    nobody: '无',
    since: '已连接 {duration}',
    traffic: '发往开发板 {received}，来自开发板 {sent}',
    turnedAway: '{address} 也想连接，已被拒绝：一次只能有一个。',
    problem: '上一个连接未能得到服务。{reason}',
    strip: '端口已共享 | 已共享 {count} 个端口',
    stripNobody: '无人连接',
    stripUsed: '{count} 个连接',
  },
};
