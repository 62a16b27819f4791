<?php
/**
 * Makes ready for the import of a history: the page must not exist, and its users must be known
 * (importDump writes unknown ones as "imported>Name").
 *
 * Standard input: JSON { title, replace, names: [] }. Last line printed: JSON { title, exists,
 * names: { name in the file: name of this wiki } }, or { error } for a title that is none.
 *
 * @file
 */

use MediaWiki\Maintenance\Maintenance;
use MediaWiki\Title\Title;
use MediaWiki\User\ExternalUserNames;
use MediaWiki\User\User;
use MediaWiki\User\UserRigorOptions;
use Wikimedia\IPUtils;

// @codeCoverageIgnoreStart
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';
// @codeCoverageIgnoreEnd

class PrepareImport extends Maintenance {
	public function execute() {
		$job = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		$title = Title::newFromText( $job['title'] );
		if ( !$title || !$title->canExist() ) {
			$this->answer( [ 'error' => 'title' ] );
			return;
		}
		if ( $title->exists() && $job['replace'] ) {
			$this->deletePage( $title );
		}
		$exists = $title->exists( IDBAccessObject::READ_LATEST );
		$names = [];
		if ( !$exists ) {
			$this->beginTransaction( $this->getPrimaryDB(), __METHOD__ );
			foreach ( $job['names'] as $name ) {
				$names[$name] = $this->localName( $name );
			}
			$this->commitTransaction( $this->getPrimaryDB(), __METHOD__ );
		}
		$this->answer( [
			'title' => $title->getPrefixedText(), 'exists' => $exists, 'names' => (object)$names
		] );
	}

	private function answer( array $answer ): void {
		$this->output( json_encode( $answer, JSON_THROW_ON_ERROR ) . "\n" );
	}

	/** All of it at once, however many revisions there are. */
	private function deletePage( Title $title ): void {
		$services = $this->getServiceContainer();
		$status = $services->getDeletePageFactory()->newDeletePage(
			$services->getWikiPageFactory()->newFromTitle( $title ),
			User::newSystemUser( User::MAINTENANCE_SCRIPT_USER, [ 'steal' => true ] )
		)->forceImmediate( true )->deleteUnsafe( 'To be imported anew' );
		if ( !$status->isOK() ) {
			$this->fatalError( 'The page could not be deleted: ' . $status->__toString() );
		}
	}

	/**
	 * The name under which a revision's user is known here. IP addresses, names of other
	 * wikis ("en>Name") and names that MediaWiki keeps for itself stay as they are; what it does not take as a name is changed until it does.
	 *
	 * @param string $name
	 * @return string
	 */
	private function localName( string $name ): string {
		$services = $this->getServiceContainer();
		$utils = $services->getUserNameUtils();
		if ( $utils->isIP( $name ) ) {
			return IPUtils::isValid( $name ) ? IPUtils::sanitizeIP( $name ) : $name;
		}
		if ( ExternalUserNames::isExternal( $name ) ) {
			return $name;
		}
		$local = $utils->getCanonical( $name );
		if ( $local === false ) {
			$plain = preg_replace( '/[^\p{L}\p{M}\p{N} ._!()\'-]+/u', '-', $name ) ?? '';
			$plain = trim( mb_strcut( trim( $plain, " _-\t\n" ), 0, 200 ) );
			$local = $utils->getCanonical( $plain );
			if ( $local === false ) {
				$local = $utils->getCanonical( "User $plain" );
			}
			if ( $local === false ) {
				$local = 'Unnamed user ' . substr( sha1( $name ), 0, 8 );
			}
		}
		if ( $utils->isUsable( $local ) ) {
			$user = $services->getUserFactory()->newFromName( $local, UserRigorOptions::RIGOR_USABLE );
			if ( !$user->isRegistered() ) {
				$user->addToDatabase();
			}
		}
		return $local;
	}
}

$maintClass = PrepareImport::class;
require_once RUN_MAINTENANCE_IF_MAIN;
