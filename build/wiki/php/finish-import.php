<?php
/**
 * Brings links, statistics and recent changes up to date after the import of a history.
 *
 * Standard input: JSON { title }. Last line printed: JSON list of [ revision id, timestamp as
 * MediaWiki's fourteen digits, SHA-1 of the text in base 36 ], oldest first.
 *
 * @file
 */

use MediaWiki\Maintenance\Maintenance;
use MediaWiki\SiteStats\SiteStatsInit;
use MediaWiki\Title\Title;

// @codeCoverageIgnoreStart
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/refreshLinks.php';
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/rebuildrecentchanges.php';
// @codeCoverageIgnoreEnd

class FinishImport extends Maintenance {
	public function execute() {
		$job = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		$title = Title::newFromText( $job['title'] );
		$page = $title->getArticleID( IDBAccessObject::READ_LATEST );
		$rows = $this->getPrimaryDB()->newSelectQueryBuilder()
			->select( [ 'rev_id', 'rev_timestamp', 'rev_sha1' ] )
			->from( 'revision' )
			->where( [ 'rev_page' => $page ] )
			->orderBy( [ 'rev_timestamp', 'rev_id' ] )
			->caller( __METHOD__ )->fetchResultSet();
		$revisions = [];
		foreach ( $rows as $row ) {
			$revisions[] = [
				(int)$row->rev_id, wfTimestamp( TS_MW, $row->rev_timestamp ), $row->rev_sha1
			];
		}
		if ( $page ) {
			RefreshLinks::fixLinksFromArticle( $page );
			$title->invalidateCache();
		}
		SiteStatsInit::doAllAndCommit( $this->getPrimaryDB(), [ 'update' => true ] );
		$this->rebuildRecentChanges();
		$this->output( "\n" . json_encode( $revisions ) . "\n" );
	}

	/** An import leaves them alone; they hold what is younger than three months. */
	private function rebuildRecentChanges(): void {
		$recent = $this->createChild( RebuildRecentchanges::class );
		$recent->setDB( $this->getPrimaryDB() );
		$recent->execute();
	}
}

$maintClass = FinishImport::class;
require_once RUN_MAINTENANCE_IF_MAIN;
