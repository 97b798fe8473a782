/** An exchange profile, checked. Replaced by the type that zod infers from `profileSchema.ts`. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly status: 'proposed' | 'published';
}
