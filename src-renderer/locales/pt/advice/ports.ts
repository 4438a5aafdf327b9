import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `port.*`. */
export const portsAdvice: AdviceTextsOf<'port'> = {
  'port.notFound': {
    title: 'Não há porta {path} neste computador.',
    cause: 'A placa provavelmente foi desconectada, ou a porta tem outro nome desde que foi reconectada.',
    steps: [
      'Confira se o cabo USB está conectado nas duas pontas.',
      'Escolha a placa de novo: uma porta pode ganhar outro nome ao ser reconectada.',
    ],
  },
  'port.busy': {
    title: 'Outro programa está usando {path}.',
    cause:
      'Uma porta serial atende um programa por vez; um monitor ou uma ferramenta de desenvolvimento provavelmente ainda está aberta.',
    steps: [
      'Feche programas que falam com portas seriais, como {holder}.',
      'Se nenhum está aberto, desconecte a placa e conecte-a de novo.',
    ],
  },
  'port.forbidden': {
    title: 'Este computador não deixa você usar {path}.',
    cause: 'No Linux, as portas seriais pertencem a um grupo em que seu usuário ainda não está.',
    steps: [
      'No Linux, adicione seu usuário ao grupo {group}, encerre a sessão e entre de novo.',
      'No Windows, feche outros programas que usam a porta e conecte a placa de novo.',
    ],
  },
  'port.openFailed': {
    title: '{path} não pôde ser aberta: {reason}.',
    cause: 'O driver do adaptador provavelmente travou, ou não está instalado.',
    steps: [
      'Desconecte a placa, espere um momento e conecte-a de novo.',
      'Instale o driver do adaptador USB da placa, se o sistema não tiver um.',
    ],
  },
  'port.unreachable': {
    title: '{path} não responde: {reason}.',
    cause: 'O servidor provavelmente não está rodando, ou o endereço não está bem certo.',
    steps: [
      'Confira o host e o número da porta, e se o servidor está rodando lá.',
      'Confira se não há um firewall no caminho.',
      'Escreva rfc2217:// para um servidor de portas seriais, e socket:// para um que passa bytes crus.',
    ],
  },
  'port.badAddress': {
    title: '{path} não é o endereço de uma porta: {reason}.',
    cause: 'Uma parte do endereço provavelmente falta ou está escrita errado.',
    steps: [
      'Escreva uma porta serial remota como rfc2217://192.168.1.20:4000.',
      'Escreva uma porta de rede crua como socket://192.168.1.20:5555.',
      'Escreva uma placa de treino como sim://esp32c3.',
    ],
  },
  'port.unplugged': {
    title: 'A placa em {path} sumiu.',
    cause: 'Um cabo se soltou, ou a placa consumiu mais energia do que a porta USB fornece e reiniciou.',
    steps: [
      'Conecte-a de novo e repita o que fez.',
      'Se ninguém a tocou, use outro cabo, outra porta USB ou um hub com fonte própria.',
    ],
  },
  'port.notOpen': {
    title: 'A conexão com {path} já está fechada.',
    cause: 'A placa foi desconectada ou a tarefa foi encerrada um instante antes.',
    steps: ['Comece de novo.'],
  },
  'port.writeFailed': {
    title: 'Nada pôde ser enviado a {path}: {reason}.',
    cause: 'O adaptador parou de aceitar bytes: provavelmente foi desconectado, ou o driver travou.',
    steps: ['Desconecte a placa e conecte-a de novo.', 'Use outro cabo ou outra porta USB.'],
  },
  'port.baudRateRefused': {
    title: '{path} não consegue trabalhar a {baudRate} baud.',
    cause: 'O adaptador ou seu driver não conhece esta velocidade.',
    steps: ['Deixe a velocidade em automática, ou escolha uma menor, como 460800 ou 115200.'],
  },
  'port.cannotListen': {
    title: 'Nada pode ser compartilhado em {address}: {reason}.',
    cause: 'Outro programa já usa este número, ou ele é reservado ao sistema.',
    steps: ['Escolha outro número de porta, entre 1024 e 65535.'],
  },
  'port.shareEnded': {
    title: '{path} não está mais compartilhada: a placa sumiu.',
    cause: 'A placa foi desconectada, ou o cabo se soltou.',
    steps: ['Conecte-a de novo e volte a compartilhá-la na página “Placa”.'],
  },
  'port.noneFound': {
    title: 'Nenhuma placa foi encontrada.',
    cause: 'O cabo provavelmente só leva energia, ou o sistema não tem um driver para o adaptador da placa.',
    steps: [
      'Conecte a placa com um cabo USB que transmita dados; alguns cabos só carregam.',
      'Use outra porta USB, sem hub.',
      'Instale o driver do adaptador USB da placa, se o sistema não tiver um.',
    ],
  },
};
