package org.centrallobby.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.centrallobby.testbed.Testbed;

/**
 * A test of the whole service with a real database, broker and SMTP server around it. Every such test carries this one
 * annotation and nothing beside it: with the same resources everywhere the service boots once for all of them. (It
 * stands in each service because Quarkus looks for it among the module's own test classes only.)
 */
@QuarkusTest
@WithTestResource(Testbed.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServiceTest {}
