/** Most characters of a mail that are kept. */
const longest = 20_000;

/**
 * What a person reads of a raw mail: the subject, an empty line, and the body without transfer encoding, tags and
 * attachments. Other headers are left out: those of this corpus name the list or the folder a mail came from.
 */
export function plainMail(raw: string): string {
  const { headers, body } = divide(raw.replaceAll('\r\n', '\n'));
  const subject = headerOf(headers, 'subject') ?? '';
  return `${subject}\n\n${plainPart(headers, body, 0)}`.slice(0, longest).trim();
}

function divide(text: string): { readonly headers: string; readonly body: string } {
  const end = text.indexOf('\n\n');
  return end < 0
    ? { headers: text, body: '' }
    : { headers: text.slice(0, end).replace(/\n[ \t]+/g, ' '), body: text.slice(end + 2) };
}

function headerOf(headers: string, name: string): string | null {
  const start = `${name}:`;
  const line = headers.split('\n').find((each) => each.toLowerCase().startsWith(start));
  return line === undefined ? null : line.slice(start.length).trim();
}

/** The text of a part; of a part of parts, the texts of its parts, three deep. */
function plainPart(headers: string, body: string, depth: number): string {
  const type = headerOf(headers, 'content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";\n]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined && depth < 3) {
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith('--'))
      .map((part) => {
        const inner = divide(part.replace(/^\s*\n/, ''));
        return plainPart(inner.headers, inner.body, depth + 1);
      })
      .filter((text) => text !== '')
      .join('\n');
  }
  if (!/^(text|message)\//i.test(type)) return '';
  const text = decode(headerOf(headers, 'content-transfer-encoding') ?? '', body);
  return (
    /html/i.test(type) || /<html|<\/head>|<body\s/i.test(text) ? withoutTags(text) : text
  ).trim();
}

function decode(encoding: string, body: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1');
    case 'quoted-printable':
      return body
        .replace(/=\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
    default:
      return body;
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n+/g, '\n');
}
