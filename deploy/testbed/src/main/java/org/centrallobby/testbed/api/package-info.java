/** A service's OpenAPI document, for tests that walk over every operation of it. */
@NullMarked
package org.centrallobby.testbed.api;

import org.jspecify.annotations.NullMarked;
