package io.pggit.cli;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An id as it stands on a command line. */
final class UuidWord implements ITypeConverter<UUID> {
    @Override
    public UUID convert(String word) {
        try {
            return UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "expected an id such as 6f1c2f9e-0b0a-4c55-9d5e-1f2a3b4c5d6e, was " + word);
        }
    }
}
