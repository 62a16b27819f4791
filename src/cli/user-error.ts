/** What the person at the keyboard can do something about; the message says so in plain words. */
export class UserError extends Error {
	public override readonly name: string = 'UserError';
}

/** Arguments that cannot be followed. */
export class UseError extends UserError {
	public override readonly name: string = 'UseError';
}
