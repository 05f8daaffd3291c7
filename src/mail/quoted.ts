// What a sender wrote, apart from the mail quoted or forwarded below it.
//
// By the marks that clients leave: `>` before lines, `On … wrote:`, a block of `From: … Sent: …` in the languages mail is
// mostly written in, a rule with `Original Message`. Everything below the first such mark is quoted; answers written
// between quoted lines are kept with the letter.
//
// Blind to: mail pasted without a mark. A forger puts such marks too, so nobody may overlook what is quoted.

export interface Parted {
  readonly own: string;
  readonly quoted: string;
}

const LONGEST_LINE = 400;
/** Lines after a `From:` within which the other words of its block stand. */
const BLOCK = 6;

/** Linear; the two parts hold all lines that are not empty marks. */
export function parted(text: string): Parted {
  const lines = text.split('\n');
  const at = lines.findIndex((_, index) => isMark(lines, index));
  const [above, below] = at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at)];
  const own = above.filter((line) => !isQuote(line));
  const quoted = [...above.filter(isQuote), ...below];
  return { own: own.join('\n').trim(), quoted: quoted.join('\n').trim() };
}

const isQuote = (line: string): boolean => /^\s{0,3}>/.test(line);

function isMark(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, LONGEST_LINE).trim();
  if (line === '') return false;
  return ORIGINAL.test(line) || isWrote(lines, at, line) || isBlock(lines, at, line);
}

/** `-----Original Message-----`, `---------- Forwarded message ---------`, `Begin forwarded message:`. */
const ORIGINAL = new RegExp(
  String.raw`^[-_=*\s]{2,60}(?:${[
    'original message|forwarded message|forwarded by .{1,100}',
    'ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht',
    'message d.origine|message transféré|message original',
    'mensaje original|mensaje reenviado',
    'mensagem original|mensagem encaminhada',
    'messaggio originale|messaggio inoltrato',
    'oorspronkelijk bericht|doorgestuurd bericht',
    'ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti',
    'oryginalna wiadomość|wiadomość oryginalna|původní zpráva|исходное сообщение|пересылаемое сообщение',
    '原始邮件|原始郵件|转发邮件|元のメッセージ|転送メッセージ|원본 메시지',
  ].join('|')})[-_=*\s:]{0,60}$|^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié):$`,
  'iu',
);

/** `On Mon, 5 Jan 2026 at 10:00, Ana Abel <ana@contoso.test> wrote:`, which may be broken into two lines. */
function isWrote(lines: readonly string[], at: number, line: string): boolean {
  if (!BEGINS.test(line)) return false;
  const joined = `${line} ${(lines[at + 1] ?? '').slice(0, LONGEST_LINE).trim()}`;
  return [line, joined].some((one) => ENDS.test(one) && /\d/.test(one)) || (CJK.test(line) && /\d/.test(line));
}

const BEGINS =
  /^(?:on|am|le|el|em|il|op|den|dne|w dniu|dnia|em|в|在|于|於|\d{1,4}[-./年]|at|pe|tor|ons|man|tir|fre|lør|søn|mån|tis|lör|sön|\p{L}{2,4}[.,] )/iu;
const ENDS =
  /(?:wrote|schrieb(?: .{1,80})?|a écrit|escribió|escreveu|ha scritto|schreef(?: .{1,80})?|skrev(?: .{1,80})?|kirjoitti|napisał(?:\(a\))?|napsal(?:\(a\))?|пишет|написал(?:а)?|yazdı|wrote as follows)\s?:$/iu;
const CJK = /(?:写道|寫道|のメール|書きました|작성)\s?[:：]?$/u;

/** `From: …`, and below it when it was sent, and to whom or about what. */
function isBlock(lines: readonly string[], at: number, line: string): boolean {
  if (!FROM.test(line)) return false;
  const next = lines.slice(at + 1, at + 1 + BLOCK).map((one) => one.slice(0, LONGEST_LINE).trim());
  return [SENT, TO, SUBJECT].filter((word) => next.some((one) => word.test(one)) || word.test(line)).length >= 2;
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|\s)\*{0,2}(?:${words})\s?\*{0,2}\s?[:：]`, 'iu');
const FROM = new RegExp(
  String.raw`^\*{0,2}(?:from|von|de|da|van|från|fra|lähettäjä|od|от|kimden|发件人|寄件者|差出人|보낸 사람)\s?\*{0,2}\s?[:：]`,
  'iu',
);
const SENT = word(
  'sent|date|gesendet|datum|envoyé|date|enviado|fecha|enviada em|data|inviato|verzonden|skickat|sendt|lähetetty|wysłano|odesláno|отправлено|дата|tarih|gönderildi|发送时间|日期|送信日時|日時|보낸 날짜',
);
const TO = word('to|an|à|para|a|aan|till|til|vastaanottaja|do|komu|кому|kime|收件人|宛先|받는 사람');
const SUBJECT = word(
  'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|主题|主旨|件名|제목',
);
