/** Reads policies/quizzes: one file a topic, every question with the lines on which its mistakes stand. */
import { z } from 'zod';
import type { Citation } from '#src/config/desk.ts';
import { check } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { listed } from '#src/config/show.ts';
import { openYaml, type Path, valueAt, type Yaml } from '#src/config/yaml.ts';
import { near } from '#src/core/near.ts';
import { type Question, TOPICS, type Topic } from '#src/core/quiz/question.ts';
import { stem, type TextFile } from '../text-file.ts';
import { kindSchema, questionSchema, type Written } from './schema.ts';

type Quizzes = {
  readonly questions: readonly Question[];
  /** What each question cites, also where the rest of it is wrong. */
  readonly citations: readonly Citation[];
  readonly mistakes: readonly Mistake[];
};

/** Where an id stands, to be named when it comes again. */
type Place = { readonly id: string; readonly file: string; readonly line: () => number | undefined };
type ReadFile = Quizzes & { readonly places: readonly Place[] };

const fileSchema = z.strictObject({ questions: z.array(z.unknown()).min(1) });

export function readQuizzes(files: readonly TextFile[]): Quizzes {
  const read = files.map(readFile);
  return {
    questions: read.flatMap(({ questions }) => questions),
    citations: read.flatMap(({ citations }) => citations),
    mistakes: [...read.flatMap(({ mistakes }) => mistakes), ...repeated(read.flatMap(({ places }) => places))],
  };
}

function readFile({ file, text }: TextFile): ReadFile {
  const nothing = { questions: [], citations: [], places: [] };
  const topic = TOPICS.find((known) => known === stem(file));
  if (topic === undefined) return { ...nothing, mistakes: [noTopic(file)] };
  const yaml = openYaml(file, text);
  if (!yaml.sound) return { ...nothing, mistakes: yaml.mistakes };
  const { value, mistakes } = check(fileSchema, yaml);
  const all = value?.questions.map((_, index) => readQuestion(yaml, topic, index)) ?? [];
  return {
    questions: all.flatMap(({ question }) => question ?? []),
    citations: all.flatMap(({ citation }) => citation ?? []),
    places: all.flatMap(({ place }) => place ?? []),
    mistakes: [...yaml.mistakes, ...mistakes, ...all.flatMap((one) => one.mistakes)],
  };
}

type ReadQuestion = {
  readonly question?: Question;
  readonly citation?: Citation;
  readonly place?: Place;
  readonly mistakes: readonly Mistake[];
};

function readQuestion({ file, data, lineOf }: Yaml, topic: Topic, index: number): ReadQuestion {
  const own: Path = ['questions', index];
  const line = (path: Path) => lineOf([...own, ...path]);
  const part = { file, data: valueAt(data, own), lineOf: line };
  const kind = check(kindSchema, part);
  const full = kind.value ? check(questionSchema(kind.value.kind), part) : undefined;
  const id = valueAt(part.data, ['id']);
  const clause = valueAt(part.data, ['clause']);
  const named = typeof id === 'string' ? id : own.join('.');
  const found = [...kind.mistakes, ...(full?.mistakes ?? [])];
  return {
    ...(full?.value && { question: { ...marked(full.value), topic } }),
    ...(typeof id === 'string' && { place: { id, file, line: () => line(['id']) } }),
    ...(typeof clause === 'string' && {
      citation: { file, line: () => line(['clause']), key: `${named}.clause`, clause },
    }),
    mistakes: found.map((one) => ({ ...one, key: one.key === '' ? named : `${named}.${one.key}` })),
  };
}

type WithoutTopic = Question extends infer Q ? (Q extends Question ? Omit<Q, 'topic'> : never) : never;

/** What the writer leaves out, said: an answer that is not marked is wrong. */
function marked(written: Written): WithoutTopic {
  switch (written.kind) {
    case 'single':
    case 'multiple':
      return { ...written, options: written.options.map(judged) };
    case 'scenario':
      return { ...written, steps: written.steps.map((step) => ({ ...step, options: step.options.map(judged) })) };
    case 'trueFalse':
    case 'ordering':
      return written;
  }
}

const judged = <O extends { readonly right?: true }>(option: O) => ({ ...option, right: option.right ?? false });

/** Ids are stable for ever and stand in everybody's memory, so no two questions of all topics may share one. */
function repeated(places: readonly Place[]): readonly Mistake[] {
  const first = new Map<string, Place>();
  return places.flatMap((place) => {
    const before = first.get(place.id);
    if (!before) {
      first.set(place.id, place);
      return [];
    }
    const where = `${before.file}:${before.line() ?? '-'}`;
    return [
      mistake({
        ...{ file: place.file, line: place.line(), key: 'id', value: place.id },
        problem: { en: `Another question has this id (${where}).`, zh: `已有题目用了这个 id（${where}）。` },
        remedy: {
          en: 'Give the newer one another id; an id that was used once stays with its question for ever.',
          zh: '请为较新的题目换个 id；用过的 id 永远属于原来的题目。',
        },
      }),
    ];
  });
}

function noTopic(file: string): Mistake {
  const guess = near(stem(file), TOPICS);
  const all = listed(TOPICS.map((topic) => `${topic}.yaml`));
  return mistake({
    ...{ file, key: 'file name', value: stem(file) },
    problem: { en: 'There is no topic of this name.', zh: '没有这个名称的主题。' },
    remedy: guess
      ? { en: `Rename the file to ${guess}.yaml.`, zh: `请将文件改名为 ${guess}.yaml。` }
      : { en: `Put its questions into one of ${all.en}.`, zh: `请将题目放入 ${all.zh} 之一。` },
  });
}
