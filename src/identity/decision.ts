/** What is decided about a person: nobody yet, somebody who is known, or a person has to look. */
export type IdentityDecision = 'new' | 'duplicate' | 'review';
