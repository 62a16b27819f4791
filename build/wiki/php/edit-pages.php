<?php
/**
 * Saves pages. Standard input: JSON list of { title, text, contentModel?, summary?, user? }.
 * Last line printed: JSON list of the resulting revision ids, in the same order.
 *
 * @file
 */

use MediaWiki\CommentStore\CommentStoreComment;
use MediaWiki\Content\ContentHandler;
use MediaWiki\Maintenance\Maintenance;
use MediaWiki\Revision\SlotRecord;
use MediaWiki\Title\Title;
use MediaWiki\User\User;
use MediaWiki\User\UserRigorOptions;

// @codeCoverageIgnoreStart
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';
// @codeCoverageIgnoreEnd

class EditPages extends Maintenance {
	public function execute() {
		$edits = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		$ids = array_map( fn ( $edit ) => $this->save( $edit ), $edits );
		$this->output( json_encode( $ids ) . "\n" );
	}

	private function save( array $edit ): int {
		$title = Title::newFromText( $edit['title'] );
		if ( !$title ) {
			$this->fatalError( 'MediaWiki does not take "' . $edit['title'] . '" as a title.' );
		}
		$page = $this->getServiceContainer()->getWikiPageFactory()->newFromTitle( $title );
		$updater = $page->newPageUpdater( $this->author( $edit['user'] ?? 'Admin' ) );
		$updater->setContent( SlotRecord::MAIN, ContentHandler::makeContent(
			$edit['text'], $title, $edit['contentModel'] ?? $title->getContentModel()
		) );
		$updater->saveRevision(
			CommentStoreComment::newUnsavedComment( $edit['summary'] ?? '' ), EDIT_INTERNAL
		);
		if ( !$updater->wasSuccessful() ) {
			$this->fatalError( $edit['title'] . ' was not saved: ' . $updater->getStatus()->__toString() );
		}
		// A save that changes nothing makes no revision: the current one is the answer.
		$revision = $updater->getNewRevision();
		return $revision ? $revision->getId() : $page->getLatest();
	}

	private function author( string $name ): User {
		$services = $this->getServiceContainer();
		if ( $services->getUserNameUtils()->isIP( $name ) ) {
			return $services->getUserFactory()->newAnonymous( $name );
		}
		$user = $services->getUserFactory()->newFromName( $name, UserRigorOptions::RIGOR_CREATABLE );
		if ( !$user ) {
			$this->fatalError( "MediaWiki does not take \"$name\" as the name of a user." );
		}
		if ( !$user->isRegistered() ) {
			$user->addToDatabase();
		}
		return $user;
	}
}

$maintClass = EditPages::class;
require_once RUN_MAINTENANCE_IF_MAIN;
