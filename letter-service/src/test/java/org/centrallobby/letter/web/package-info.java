@NullMarked
package org.centrallobby.letter.web;

import org.jspecify.annotations.NullMarked;
