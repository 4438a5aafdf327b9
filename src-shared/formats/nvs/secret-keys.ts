/**
 * Words that name a value nobody should see by chance. Rather one too many: what is hidden can be shown by a click,
 * what was shown cannot be taken back. `apinfo` and `pmk` are of ESP-IDF's Wi-Fi driver, which keeps the password there too.
 */
const secretWords =
  /pass|pwd|pswd|psk|pmk|pin|secret|token|key|cred|auth|priv|cert|hmac|salt|nonce|otp|login|session|apinfo|ltk|irk|csrk/i;

/** Namespaces of which every value is one: Bluetooth bonds, Matter's and Zigbee's keys. */
const secretNamespaces = /bond|bt_config|bt_cfg|nimble|chip-factory|chip-config|zb_|matter/i;

/** Whether a value is hidden until somebody asks for it, by its name. */
export function isSecretKey({ namespace, key }: { readonly namespace: string; readonly key: string }): boolean {
  return secretWords.test(key) || secretNamespaces.test(namespace);
}
