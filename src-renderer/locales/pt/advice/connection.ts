import type { AdviceTextsOf } from '../../nest-by-code';

const byHand = 'Segure o botão BOOT, pressione e solte RESET (também chamado EN), depois solte BOOT e tente de novo.';

/** Textos de `connect.*`, `protocol.*` e `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'A placa em {path} não responde.',
    cause:
      'A placa provavelmente está rodando seu próprio programa porque suas linhas de reset não estão ligadas, ou o cabo só leva energia.',
    steps: [
      byHand,
      'Use outro cabo USB e outra porta USB; alguns cabos só carregam.',
      'Se você mesmo fez a fiação, confira a alimentação e o GND, e se TX vai ao RX e RX ao TX.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'A placa iniciou seu próprio programa em vez de esperar por novo firmware (modo de boot {bootMode}).',
    cause:
      'O modo de download não foi escolhido quando o chip iniciou: {bootPin} não estava em nível baixo naquele momento.',
    steps: [
      byHand,
      'Sem botão BOOT, ligue {bootPin} ao GND enquanto pressiona RESET ou liga a energia.',
      'Desconecte o que estiver nestes pinos; o modo de download precisa deles assim: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'O que vem de {path} não faz sentido.',
    cause: 'A placa provavelmente fala em outra velocidade, ou é outro tipo de dispositivo.',
    steps: [
      byHand,
      'Confira se a placa certa está escolhida: outros dispositivos também têm portas seriais.',
      'Confira GND e alimentação, e use um cabo curto.',
    ],
  },
  'connect.notEspressif': {
    title: 'O dispositivo em {path} não é um chip da Espressif.',
    cause: 'Algo responde, mas não na linguagem dos chips da Espressif.',
    steps: ['Escolha outra porta.', 'Desconecte a placa e veja qual porta some: essa é a certa.'],
  },
  'connect.unknownChip': {
    title: 'O Esplanade não conhece este chip ({id}).',
    cause: 'Ele é provavelmente mais novo que esta versão do Esplanade.',
    steps: ['Procure uma versão mais nova do Esplanade.', 'Se você sabe qual chip é, escolha-o manualmente.'],
  },
  'connect.wrongChip': {
    title: 'Este é um {found}, não um {expected}.',
    cause: 'O chip foi definido manualmente e agora outra placa está conectada, ou ele foi confundido com um parecido.',
    steps: [
      'Deixe o chip em automático.',
      'Se {expected} está certo, confira se a placa certa está conectada e escolhida.',
    ],
  },
  'protocol.timeout': {
    title: 'A placa parou de responder ({command}, depois de {timeoutMs}).',
    cause: 'Provavelmente se perderam bytes no caminho, ou a placa reiniciou por falta de energia.',
    steps: [
      'Pressione RESET na placa e tente de novo.',
      'Escolha uma velocidade menor, como 115200.',
      'Use outro cabo, outra porta USB ou um hub com fonte própria.',
    ],
  },
  'protocol.badFrame': {
    title: 'O que a placa enviou chegou danificado ({reason}).',
    cause: 'A conexão é provavelmente rápida demais para o cabo, ou outra coisa fala na mesma linha.',
    steps: [
      'Escolha uma velocidade menor, como 115200.',
      'Use um cabo curto, direto no computador.',
      'Desconecte o que estiver ligado aos pinos TX e RX da placa.',
    ],
  },
  'protocol.badReply': {
    title: 'A placa deu uma resposta que não condiz ({command}: {reason}).',
    cause: 'Provavelmente se perderam ou mudaram bytes no caminho.',
    steps: ['Pressione RESET na placa e tente de novo.', 'Escolha uma velocidade menor, como 115200.'],
  },
  'protocol.commandFailed': {
    title: 'A placa se recusou a fazer isso ({command}: {meaning}).',
    cause:
      'O chip recebeu o comando e não conseguiu executá-lo; muitas vezes a causa é a memória flash ou a alimentação.',
    steps: [
      'Pressione RESET na placa e tente de novo.',
      'Escolha uma velocidade menor, como 115200.',
      'Confira se a placa recebe energia suficiente e se nada está ligado aos pinos de sua flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} não pode fazer isso com o carregador em uso ({command}, {loader}).',
    cause: 'O carregador embutido no chip conhece menos comandos que o flasher stub.',
    steps: ['Permita o flasher stub, o carregador mais rápido, a menos que o chip não tenha um.'],
  },
  'stub.startFailed': {
    title: 'O flasher stub, o carregador mais rápido, não iniciou no {chip}.',
    cause: 'O envio provavelmente se danificou no caminho, ou a proteção do chip não deixa carregar programas.',
    steps: ['Pressione RESET na placa e tente de novo.', 'Continue sem o stub: mais lento, mas exige menos do chip.'],
  },
  'stub.noImage': {
    title: 'Ainda não há flasher stub para {chip}.',
    cause: 'O chip é tão novo que a Espressif ainda não publicou um.',
    steps: ['Continue sem o stub: mais lento, com o mesmo resultado.'],
  },
};
