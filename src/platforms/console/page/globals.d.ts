/** The libraries that the page loads as plain scripts; each sets one global. */
declare const AdaptiveCards: typeof import('adaptivecards');
declare const DOMPurify: typeof import('dompurify').default;
declare const markdownit: typeof import('markdown-it').default;
