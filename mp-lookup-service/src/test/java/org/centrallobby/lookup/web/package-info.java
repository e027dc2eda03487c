@NullMarked
package org.centrallobby.lookup.web;

import org.jspecify.annotations.NullMarked;
