/** PostgreSQL, Kafka and SMTP inside the JVM: the same three for the tests and for the local platform. */
@NullMarked
package org.centrallobby.testbed;

import org.jspecify.annotations.NullMarked;
