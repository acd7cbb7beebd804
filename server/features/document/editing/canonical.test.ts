import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { canonicalOf } from './canonical.ts';

function paragraphIn(doc: Y.Doc): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  doc.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  return text;
}

test('F56 ASG-17 the canonical form is JSON by RFC 8785, to the byte', () => {
  const doc = new Y.Doc();
  const heading = new Y.XmlElement('heading');
  heading.setAttribute('level', 2 as never);
  heading.setAttribute('align', null as never);
  heading.insert(0, [new Y.XmlText('Hvem har makt?')]);
  const text = paragraphIn(doc);
  text.insert(0, 'Hun sa «nei».');
  text.format(4, 2, { link: { target: '_blank', href: 'https://example.org/' }, bold: {} });
  doc.getXmlFragment(TEXT_FIELD).insert(0, [heading]);
  expect(canonicalOf(doc)).toBe(
    '{"content":[{"attrs":{"level":2},"content":[{"text":"Hvem har makt?","type":"text"}],"type":"heading"},' +
      '{"content":[{"text":"Hun ","type":"text"},' +
      '{"marks":[{"attrs":{"href":"https://example.org/","target":"_blank"},"type":"link"},{"type":"bold"}],"text":"sa","type":"text"},' +
      '{"text":" «nei».","type":"text"}],"type":"paragraph"}],"format":"mellom-text-1"}',
  );
});

test('F56 ASG-17 the same text has one form, in whatever order, by whomever and with whatever detours it was written', () => {
  const letters = fc.array(fc.constantFrom('a', 'ø', '𝄞', '\ud800', '"', '\\', '\n', ' '), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, fc.infiniteStream(fc.nat()), (wanted, chance) => {
      const [plain, typed, other] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      paragraphIn(plain).insert(0, wanted.join(''));

      const text = paragraphIn(typed);
      for (const letter of [...wanted].reverse()) {
        text.insert(0, letter);
        // A detour: typed and deleted, made bold and plain again.
        if ((chance.next().value ?? 0) % 2 === 0) {
          text.insert(0, 'x');
          text.delete(0, 1);
          text.format(0, letter.length, { bold: {} });
          text.format(0, letter.length, { bold: null });
        }
      }
      Y.applyUpdate(other, Y.encodeStateAsUpdate(typed));
      expect(canonicalOf(typed)).toBe(canonicalOf(plain));
      expect(canonicalOf(other)).toBe(canonicalOf(plain));
      expect(canonicalOf(plain).isWellFormed()).toBe(true);
      expect(() => JSON.parse(canonicalOf(plain))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('F56 ASG-17 one changed character, mark or attribute is another form', () => {
  const forms = [
    (text: Y.XmlText) => text.insert(0, 'Makt'),
    (text: Y.XmlText) => text.insert(0, 'makt'),
    (text: Y.XmlText) => text.insert(0, 'Makt', { bold: {} }),
    (text: Y.XmlText) => text.insert(0, 'Makt', { link: { href: 'https://a.no/' } }),
    (text: Y.XmlText) => text.insert(0, 'Makt', { link: { href: 'https://b.no/' } }),
  ].map((write) => {
    const doc = new Y.Doc();
    write(paragraphIn(doc));
    return canonicalOf(doc);
  });
  expect(new Set(forms).size).toBe(forms.length);
});

test('F56 ASG-17 ASG-19 which picture stands there is in the form: another one is another text', () => {
  const formShowing = (imageId: string) => {
    const doc = new Y.Doc();
    const image = new Y.XmlElement('image');
    image.setAttribute('imageId', imageId);
    image.setAttribute('alt', 'Åtte stoler i ring');
    doc.getXmlFragment(TEXT_FIELD).insert(0, [image]);
    return canonicalOf(doc);
  };
  const form = formShowing('0199a0b1-0000-7000-8000-000000000001');
  expect(form).toBe(
    '{"content":[{"attrs":{"alt":"Åtte stoler i ring","imageId":"0199a0b1-0000-7000-8000-000000000001"},"type":"image"}],' +
      '"format":"mellom-text-1"}',
  );
  expect(formShowing('0199a0b1-0000-7000-8000-000000000002')).not.toBe(form);
});
