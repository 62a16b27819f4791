import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSource, readSource } from '../../build/deploy/source';
import { runCommand } from '../../build/run-command';

let folder = '';

async function git( ...args: string[] ): Promise<string> {
	const { status, stdout, stderr } = await runCommand( 'git', [ '-C', folder, ...args ], { env: {
		GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org'
	} } );
	expect( status, stderr ).toBe( 0 );
	return stdout.trim();
}

function write( name: string, text: string ): void {
	writeFileSync( join( folder, name ), text );
}

beforeEach( () => {
	folder = mkdtempSync( join( tmpdir(), 'advice-provenance-' ) );
	write( 'package.json', '{ "version": "1.2.3" }' );
	write( 'archive-commit.txt', '$Format:%H$\n' );
	write( '.gitattributes', 'archive-commit.txt export-subst\n' );
} );

afterEach( () => rmSync( folder, { recursive: true } ) );

const files = new Map( [ [ 'a.js', 'a' ] ] );

describe( 'where a build comes from', () => {
	it( 'is the commit, unless files differ from it', async () => {
		await git( 'init', '--quiet' );
		await git( 'add', '-A' );
		await git( 'commit', '--quiet', '-m', 'First' );
		const commit = await git( 'rev-parse', 'HEAD' );
		const clean = await readSource( folder );
		expect( clean ).toEqual( { version: '1.2.3', commit, dirty: [] } );
		expect( describeSource( clean, files ) ).toBe( `1.2.3 (commit ${ commit.slice( 0, 12 ) })` );
		expect( describeSource( clean, files, true ) ).toMatch( /^1\.2\.3 \(commit [0-9a-f]{12}, build [0-9a-f]{8}\)$/ );

		write( 'package.json', '{ "version": "1.2.4" }' );
		write( 'new file', '' );
		const changed = await readSource( folder );
		expect( changed.dirty ).toEqual( [ ' M package.json', '?? "new file"' ] );
		const words = describeSource( changed, files );
		expect( words ).toMatch( /^1\.2\.4 \(commit [0-9a-f]{12} with local changes, build [0-9a-f]{8}\)$/ );
		expect( describeSource( changed, new Map( [ [ 'a.js', 'b' ] ] ) ) ).not.toBe( words );
	} );

	it( 'is told by an archive that git made', async () => {
		await git( 'init', '--quiet' );
		await git( 'add', '-A' );
		await git( 'commit', '--quiet', '-m', 'First' );
		const commit = await git( 'rev-parse', 'HEAD' );
		const unpacked = join( folder, 'unpacked' );
		mkdirSync( unpacked );
		await git( 'archive', '--output', join( folder, 'archive.tar' ), 'HEAD' );
		await runCommand( 'tar', [ '-xf', join( folder, 'archive.tar' ), '-C', unpacked ] );
		// It lies within a repository, which is not its own.
		expect( await readSource( unpacked ) ).toEqual( { version: '1.2.3', commit, dirty: [] } );
	} );

	it( 'is a hash of the build where nothing tells', async () => {
		const source = await readSource( folder );
		expect( source ).toEqual( { version: '1.2.3', commit: null, dirty: [] } );
		expect( describeSource( source, files ) ).toMatch( /^1\.2\.3 \(build [0-9a-f]{8}\)$/ );
	} );
} );
