/** How long what people write who sign up for a press meeting is kept after it, in days. */
export const signUpsKept = 30
