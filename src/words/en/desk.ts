/** Words of `desk`: help, setup, the team, language, and the home. */
import type { Locale } from '#src/core/rules.ts';

const languages: { readonly [L in Locale]: string } = { en: 'English', zh: '中文' };

export const desk = {
  usage: {
    desk: 'everything about the desk; “desk help” lists it',
    help: 'what you can do here',
    setup: 'response channel, language, administrators',
    here: 'cases appear in this channel from now on',
    language: 'the language I speak with you: en, zh or auto',
    team: 'who is who; roles, managers, absences',
  },
  help: {
    title: 'What you can do here',
    group: {
      cases: 'Working on cases',
      lead: 'Leading the desk',
      people: 'Your people, and the rules',
      setup: 'Setting up',
      also: 'And when you need it',
    },
    hint: 'Commands work in English and in Chinese. In our direct messages you can also simply paste what you want to report.',
    /** Between a command and what it is for. */
    isFor: ' – ',
    /** The Chinese word for a command, only for whoever reads Chinese. */
    also: (_word: string) => '',
  },
  setup: {
    title: 'How the desk is set up',
    ready: 'Everything is set up.',
    missing: 'Something is still missing',
    noAdmin:
      'There is no administrator yet. Whoever takes this on first becomes one; after that, only an administrator can name others.',
    become: 'Become an administrator',
    becomeTitle: 'Become an administrator?',
    becomeText:
      'You will decide where cases appear and who may approve replies. Your name is recorded as the first administrator.',
    became: 'You are an administrator now.',
    yes: 'Yes, that’s me',
    no: 'Not now',
    channel: 'Response channel',
    language: 'Language of channels',
    notHere: 'not set for this platform',
    needChannel: 'No response channel: go to the channel where cases should appear and type “desk here”.',
    needRole: (role: string) => `No ${role} yet: add somebody with “desk team add”.`,
    change: 'Change…',
    team: 'Team',
    form: 'Set up the desk',
    save: 'Save',
    channelHint: 'The channel’s id, or a link to it. It is easier to type “desk here” in the channel itself.',
    onlyAdmins: (names: string) => `Administrators can change this: ${names}.`,
    responders: 'Who responds',
    respondersBy: {
      roles: 'whoever has the role in “desk team”',
      channel: 'everybody in the response channel',
      group: 'a user group of the chat',
    },
    respondersHint: 'Who comes into the channel or group gets the role, who leaves loses it. Guests and bots never do.',
    group: 'User group',
    groupHint: 'Its handle, for example @care. Only for the third choice above.',
    groupNamed: (handle: string) => `the user group ${handle}`,
    members: (count: number, from: string) => `${from}: ${count === 1 ? '1 colleague' : `${count} colleagues`}`,
    membersProblem: {
      noChannel: 'I cannot find the response channel. Until I can, everybody keeps the role they have.',
      noGroup: 'There is no such user group. Until there is, everybody keeps the role they have.',
      forbidden:
        'I am not allowed to see who is in it; the doctor says which permission is missing. Everybody keeps the role they have.',
      nobody: 'No colleague is in it, so I leave everybody the role they have.',
      tooMany: 'More than 300 colleagues are in it, which is hardly the desk. I leave everybody the role they have.',
      unreachable: 'I could not read who is in it. Everybody keeps the role they have; I try again within the hour.',
    },
  },
  here: {
    done: 'Cases will appear in this channel.',
    doneNamed: (name: string) => `This is the channel “${name}” now.`,
    next: 'Please make sure that everybody who answers cases is in it.',
  },
  language: {
    names: languages,
    now: (name: string) => `I speak ${name} with you.`,
    unknown: (word: string) => `I do not speak “${word}” yet.`,
    auto: 'I follow the language of your chat profile.',
    how: 'Change it with “desk language en”, “desk language zh” or “desk language auto”.',
  },
  home: {
    hello: (name: string) => `Hello, ${name}`,
    intro: 'Seen something about us online? Report it here, and please don’t answer it yourself.',
    report: 'Report…',
    check: 'Check a text…',
    policies: 'Policies',
    quiz: 'Quiz',
    roles: (roles: string, count: number) => `${count === 1 ? 'Your role' : 'Your roles'}: ${roles}`,
    away: 'You are marked as away until ',
    back: 'I’m back',
    absence: 'Absence…',
    commands: '“desk help” says what else you can do.',
  },
};
