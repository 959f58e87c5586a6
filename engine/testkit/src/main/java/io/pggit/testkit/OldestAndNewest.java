package io.pggit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test of one parameter, a {@link PostgresVersion}: the oldest and the newest; with {@code -Dpggit.versions=all} each one. For
 * behaviour that lies between two servers' ways or the same on all; what describes catalogs is tested on each version always.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(OldestAndNewest.Versions.class)
public @interface OldestAndNewest {
    /** The versions. */
    final class Versions implements ArgumentsProvider {
        /** For JUnit. */
        public Versions() {}

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            boolean all = "all".equals(System.getProperty("pggit.versions"));
            return PostgresVersion.supported().stream()
                    .filter(version ->
                            all || version == PostgresVersion.oldest() || version == PostgresVersion.newest())
                    .map(Arguments::of);
        }
    }
}
