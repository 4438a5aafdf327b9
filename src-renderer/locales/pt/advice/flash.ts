import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `flash.*`. */
export const flashAdvice: AdviceTextsOf<'flash'> = {
  'flash.noAnswer': {
    title: 'A memória flash não responde (ID {flashId}).',
    cause: 'A memória flash não recebe energia, está ligada de outra forma, ou seus pinos são usados por outra coisa.',
    steps: [
      'Desconecte tudo o que está ligado à placa e tente de novo.',
      'Confira se a placa recebe 3,3 V estáveis.',
      'Se a flash é um componente à parte, confira a solda e as ligações.',
    ],
  },
  'flash.sizeUnknown': {
    title: 'A memória flash não informa seu tamanho (ID {flashId}).',
    cause: 'Provavelmente é um componente raro, cujo ID não contém o tamanho.',
    steps: ['Escolha o tamanho da flash manualmente; está na descrição da placa ou do módulo.'],
  },
  'flash.sizeNotTold': {
    title: 'Este {chip} não informa o tamanho de sua flash, porque está em Secure Download Mode.',
    cause: 'O Secure Download Mode não deixa ninguém consultar a memória flash.',
    steps: ['Escolha o tamanho da flash manualmente; está na descrição da placa ou do módulo.'],
  },
  'flash.notVerified': {
    title: 'Tudo foi enviado a este {chip} e aceito, mas ele não deixa ninguém conferir o que sua flash contém agora.',
    cause: 'O Secure Download Mode não deixa ninguém ler nem comparar.',
    steps: [
      'É assim que o Secure Download Mode funciona; a prova é que o aplicativo inicia.',
      'Se não iniciar, repita com uma velocidade menor, como 115200.',
    ],
  },
  'flash.cannotProve': {
    title: 'Este {chip} está em Secure Download Mode: o que é gravado não pode ser lido de volta e comparado.',
    cause: 'O Secure Download Mode não deixa ninguém ler nem comparar.',
    steps: [
      'Se você confia nos arquivos e no cabo, escolha gravar sem comprovação (--force na linha de comando).',
      'Deixe a placa iniciar depois e veja se faz o que deve.',
    ],
  },
  'flash.verifyFailed': {
    title: 'A memória flash não contém o que foi gravado para {name}, em {offset}.',
    cause: 'Bits mudaram no caminho ou não se mantiveram: em geral, a causa é a alimentação ou o cabo.',
    steps: [
      'Grave mais uma vez, com uma velocidade menor, como 115200.',
      'Confira se a placa recebe energia suficiente: outro cabo, ou um hub com fonte própria.',
      'Se acontecer de novo no mesmo lugar, a flash está protegida contra gravação (Placa → Ferramentas mostra) ou desgastada.',
    ],
  },
  'flash.notEncrypted': {
    title: 'A memória flash contém {name} sem criptografia, em {offset}: o chip não criptografou.',
    cause: 'O chip ainda não tem uma chave para criptografar.',
    steps: [
      'A criptografia da flash ainda não tem chave; ganha uma quando o firmware inicia pela primeira vez.',
      'Grave o firmware sem criptografia e deixe-o iniciar uma vez.',
    ],
  },
  'flash.encryptedWriteForbidden': {
    title: 'Este {chip} não permite mais, em definitivo, gravar nada criptografado de fora.',
    cause: 'Um eFuse deste chip proíbe isso; eFuses não podem ser desfeitos.',
    steps: [
      'É assim que o modo release da criptografia da flash funciona: atualize pela rede.',
      'Um arquivo criptografado em um computador com a mesma chave pode ser gravado como está.',
    ],
  },
  'flash.differs': {
    title: 'A memória flash não contém {name}, em {offset}: {sectors} setores de 4 KB diferem.',
    cause: 'Outra versão foi gravada, outras configurações de flash foram usadas, ou o aplicativo mudou seus dados.',
    steps: [
      'Se o arquivo foi gravado com outro modo, frequência ou tamanho, informe os mesmos aqui.',
      'Um aplicativo muda seus próprios dados enquanto funciona; isso não é defeito.',
    ],
  },
  'flash.readUnstable': {
    title: 'Duas leituras da memória flash não dão o mesmo resultado, em {offset}.',
    cause: 'A ligação com a memória flash é fraca: alimentação, fiação ou um componente desgastado.',
    steps: [
      'Leia mais uma vez, com uma velocidade menor, como 115200.',
      'Confira se a placa recebe energia suficiente: outro cabo, ou um hub com fonte própria.',
      'Desconecte tudo o que está ligado aos pinos da flash.',
    ],
  },
  'flash.notErased': {
    title: 'A memória flash não foi apagada, em {offset}.',
    cause: 'Provavelmente há bits de proteção ativos no registrador de status da memória flash.',
    steps: [
      'Provavelmente está protegida contra gravação: veja seus registradores de status (Placa → Ferramentas) e zere-os para remover a proteção.',
      'Confira se a placa recebe energia suficiente e apague mais uma vez.',
    ],
  },
  'flash.statusChanged': {
    title: 'O registrador de status do chip de flash não está mais como quando foi lido: {now} em vez de {was}.',
    cause: 'Outra placa foi conectada, ou outra coisa gravou no registrador nesse meio-tempo.',
    steps: ['Nada foi gravado.', 'Confira se ainda é a mesma placa, leia o status de novo e decida outra vez.'],
  },
  'flash.filesChanged': {
    title: 'Os arquivos em {name} não são mais o que eram quando foram lidos.',
    cause: 'O app da placa gravou arquivos nesse meio-tempo, ou esta é outra placa.',
    steps: [
      'Nada foi gravado.',
      'Leia os arquivos de novo: as alterações terão de ser refeitas.',
      'Se acontecer sempre, o app grava a cada partida. Nas opções da página “Gravar”, escolha “Ficar em modo de download”, para que a placa espere por você.',
    ],
  },
  'flash.encrypted': {
    title: 'A criptografia da flash está ativada neste {chip}: ele só inicia firmware criptografado para ele.',
    cause: 'O fabricante ativou a criptografia da flash, e isso não pode ser desfeito.',
    steps: [
      'Peça ao fabricante da placa um firmware ou uma atualização no programa dele.',
      'Se o chip está em modo de desenvolvimento, grave o firmware com a criptografia ativada.',
    ],
  },
  'flash.secureBoot': {
    title: 'O secure boot está ativado neste {chip}: ele só inicia firmware assinado com a chave certa.',
    cause: 'O fabricante ativou o secure boot, e isso não pode ser desfeito.',
    steps: [
      'Use firmware assinado do fabricante da placa.',
      'Não grave outro bootloader: o chip talvez nunca mais inicie.',
    ],
  },
  'flash.secureDownloadMode': {
    title: 'Este {chip} está em Secure Download Mode, que não permite isso ({operation}).',
    cause: 'O fabricante ativou este modo, e isso não pode ser desfeito.',
    steps: ['Só é possível gravar na flash, e o tamanho da flash tem de ser escolhido manualmente.'],
  },
};
