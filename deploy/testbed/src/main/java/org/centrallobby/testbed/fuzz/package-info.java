/** Sends a service what nobody should send, by its OpenAPI document, and looks at what it answers. */
@NullMarked
package org.centrallobby.testbed.fuzz;

import org.jspecify.annotations.NullMarked;
