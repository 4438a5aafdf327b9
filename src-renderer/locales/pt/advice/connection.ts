import type { AdviceTextsOf } from '../../nest-by-code';

const byHand = 'Segure o botão BOOT, pressione e solte RESET (também chamado EN), depois solte BOOT e tente de novo.';

/** Textos de `connect.*`, `protocol.*` e `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'A placa em {path} não responde.',
    steps: [
      byHand,
      'Use outro cabo USB e outra porta USB; alguns cabos só carregam.',
      'Se você mesmo fez a fiação, confira a alimentação e o GND, e se TX vai ao RX e RX ao TX.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'A placa iniciou seu próprio programa em vez de esperar por novo firmware (modo de boot {bootMode}).',
    steps: [
      byHand,
      'Sem botão BOOT, ligue {bootPin} ao GND enquanto pressiona RESET ou liga a energia.',
      'Desconecte o que estiver nestes pinos; o modo de download precisa deles assim: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'O que vem de {path} não faz sentido.',
    steps: [
      byHand,
      'Confira se a placa certa está escolhida: outros dispositivos também têm portas seriais.',
      'Confira GND e alimentação, e use um cabo curto.',
    ],
  },
  'connect.notEspressif': {
    title: 'O dispositivo em {path} não é um chip da Espressif.',
    steps: ['Escolha outra porta.', 'Desconecte a placa e veja qual porta some: essa é a certa.'],
  },
  'connect.unknownChip': {
    title: 'O Esplanade não conhece este chip ({id}).',
    steps: ['Procure uma versão mais nova do Esplanade.', 'Se você sabe qual chip é, escolha-o manualmente.'],
  },
  'connect.wrongChip': {
    title: 'Este é um {found}, não um {expected}.',
    steps: [
      'Deixe o chip em automático.',
      'Se {expected} está certo, confira se a placa certa está conectada e escolhida.',
    ],
  },
  'protocol.timeout': {
    title: 'A placa parou de responder ({command}, depois de {timeoutMs}).',
    steps: [
      'Pressione RESET na placa e tente de novo.',
      'Escolha uma velocidade menor, como 115200.',
      'Use outro cabo, outra porta USB ou um hub com fonte própria.',
    ],
  },
  'protocol.badFrame': {
    title: 'O que a placa enviou chegou danificado ({reason}).',
    steps: [
      'Escolha uma velocidade menor, como 115200.',
      'Use um cabo curto, direto no computador.',
      'Desconecte o que estiver ligado aos pinos TX e RX da placa.',
    ],
  },
  'protocol.badReply': {
    title: 'A placa deu uma resposta que não condiz ({command}: {reason}).',
    steps: ['Pressione RESET na placa e tente de novo.', 'Escolha uma velocidade menor, como 115200.'],
  },
  'protocol.commandFailed': {
    title: 'A placa se recusou a fazer isso ({command}: {meaning}).',
    steps: [
      'Pressione RESET na placa e tente de novo.',
      'Escolha uma velocidade menor, como 115200.',
      'Confira se a placa recebe energia suficiente e se nada está ligado aos pinos de sua flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} não pode fazer isso com o carregador em uso ({command}, {loader}).',
    steps: ['Permita o flasher stub, o carregador mais rápido, a menos que o chip não tenha um.'],
  },
  'stub.startFailed': {
    title: 'O flasher stub, o carregador mais rápido, não iniciou no {chip}.',
    steps: ['Pressione RESET na placa e tente de novo.', 'Continue sem o stub: mais lento, mas exige menos do chip.'],
  },
  'stub.noImage': {
    title: 'Ainda não há flasher stub para {chip}.',
    steps: ['Continue sem o stub: mais lento, com o mesmo resultado.'],
  },
};
