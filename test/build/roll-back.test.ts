/** Deployments taken back, and taken away. */
import { describe, expect, it } from 'vitest';
import { carryOut } from '../../build/deploy/carry-out';
import { saveDeployment } from '../../build/deploy/deploy';
import { configTitle, definitionTitle } from '../../build/deploy/pages';
import { rollBack } from '../../build/deploy/roll-back';
import { planRemoval } from '../../build/deploy/uninstall';
import type { FakeWiki } from './fake-session';
import {
	all, expected, FOREIGN, interruptedAfter, oldWiki, one, quiet, running, two
} from './small-builds';

describe( 'rolling back', () => {
	it.each( [ true, false ] )( 'brings everything back, and taken back itself the newer one (may delete: %s)', async ( mayDelete ) => {
		const wiki = oldWiki( mayDelete );
		await saveDeployment( wiki.session, one, quiet );
		const before = all( wiki );
		const definition = wiki.texts().get( definitionTitle );
		await saveDeployment( wiki.session, two, quiet );
		const after = all( wiki );
		await rollBack( wiki.session, quiet );
		expect( all( wiki ) ).toEqual( before );
		expect( wiki.texts().get( definitionTitle ) ).toBe( definition );
		await rollBack( wiki.session, quiet );
		expect( all( wiki ) ).toEqual( after );
		await rollBack( wiki.session, quiet );
		expect( all( wiki ) ).toEqual( before );
	} );

	it( 'keeps what the operator and others did meanwhile', async () => {
		const wiki = oldWiki();
		await saveDeployment( wiki.session, one, quiet );
		await saveDeployment( wiki.session, two, quiet );
		const text = wiki.texts().get( definitionTitle ) ?? '';
		wiki.edit( definitionTitle, `${ text.replace( 'package]|AdviceProvenance.js', 'package|default]|AdviceProvenance.js' ) }\n* Later|later.js` );
		wiki.edit( configTitle, '{"drafts":[{"log":"L","pages":["P"]}]}' );
		await rollBack( wiki.session, quiet );
		const now = wiki.texts().get( definitionTitle ) ?? '';
		expect( now ).toContain( '* AdviceProvenance[ResourceLoader|package|default]|AdviceProvenance.js' );
		expect( now ).toContain( '* Later|later.js' );
		expect( wiki.texts().get( configTitle ) ).toContain( '"L"' );
		expect( running( wiki ) ).toEqual( expected( one ) );
	} );

	it( 'leaves alone a gadget of somebody else that is named like ours', async () => {
		const wiki = oldWiki();
		const line = '* AdviceProvenance-mine|AdviceProvenance-mine.js|AdviceProvenance-none.js';
		const page = 'MediaWiki:Gadget-AdviceProvenance-mine.js';
		wiki.edit( definitionTitle, `${ FOREIGN }\n${ line }` );
		wiki.edit( page, 'theirs' );
		await saveDeployment( wiki.session, one, quiet );
		await saveDeployment( wiki.session, two, quiet );
		wiki.edit( page, 'theirs, newer' );
		await rollBack( wiki.session, quiet );
		expect( running( wiki ) ).toMatchObject( expected( one ) );
		expect( wiki.texts().get( definitionTitle ) ).toContain( line );
		expect( wiki.texts().get( page ) ).toBe( 'theirs, newer' );
	} );

	it( 'brings back the configuration that the deployment replaced', async () => {
		const wiki = oldWiki();
		await saveDeployment( wiki.session, { ...one, config: { drafts: [ 1 ] } }, quiet );
		await saveDeployment( wiki.session, { ...two, config: { drafts: [ 2 ] } }, quiet );
		await rollBack( wiki.session, quiet );
		expect( wiki.texts().get( configTitle ) ).toBe( '{"drafts":[1]}' );
	} );

	it( 'also after a deployment that was interrupted, anywhere', async () => {
		for ( let after = 0; after < 25; after++ ) {
			const wiki = oldWiki();
			await saveDeployment( wiki.session, one, quiet );
			const before = all( wiki );
			await interruptedAfter( wiki, two, after );
			const hasBegun = wiki.texts().get( definitionTitle )?.includes( 'commit 2' );
			if ( hasBegun ) {
				await rollBack( wiki.session, quiet );
			} else {
				await saveDeployment( wiki.session, one, quiet );
			}
			expect( running( wiki ), `after ${ after } saves` ).toEqual( expected( one ) );
			expect( all( wiki ), `after ${ after } saves` ).toEqual( before );
		}
	} );

	it( 'refuses where nothing was before', async () => {
		const wiki = oldWiki();
		await expect( rollBack( wiki.session, quiet ) ).rejects.toThrow( 'nothing to roll back' );
		await saveDeployment( wiki.session, one, quiet );
		await expect( rollBack( wiki.session, quiet ) ).rejects.toThrow( 'was the first one' );
	} );
} );

describe( 'uninstalling', () => {
	const uninstall = async ( wiki: FakeWiki, withConfig = false ): Promise<void> => {
		const { session } = wiki;
		await carryOut(
			session, async () => ( await planRemoval( session, two.definition, withConfig ) ).plan,
			'Uninstall advice-provenance with 2', quiet
		);
	};

	it( 'leaves the wiki as it was, with its configuration', async () => {
		const wiki = oldWiki();
		const before = wiki.texts();
		await saveDeployment( wiki.session, one, quiet );
		await saveDeployment( wiki.session, two, quiet );
		await uninstall( wiki );
		expect( wiki.texts() ).toEqual( new Map( [ ...before, [ configTitle, '{"drafts":[]}' ] ] ) );
		await uninstall( wiki, true );
		expect( wiki.texts() ).toEqual( before );
		await rollBack( wiki.session, quiet );
		expect( running( wiki ) ).toEqual( expected( two ) );
	} );

	it( 'also takes away what was put there by hand', async () => {
		const wiki = oldWiki();
		const before = wiki.texts();
		for ( const [ name, text ] of two.files ) {
			wiki.edit( `MediaWiki:${ name }`, text );
		}
		wiki.edit( definitionTitle, `${ FOREIGN }\n${ two.definition }` );
		expect( running( wiki ) ).toEqual( expected( two ) );
		await uninstall( wiki, true );
		expect( wiki.texts() ).toEqual( before );
	} );
} );
