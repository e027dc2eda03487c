<?php
/** Takes the one setting along when the plugin is deleted, on every site of a network. */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

delete_option( 'central_lobby_platform' );
if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $central_lobby_site ) {
		switch_to_blog( $central_lobby_site );
		delete_option( 'central_lobby_platform' );
		restore_current_blog();
	}
}
