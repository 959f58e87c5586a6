package io.pggit.runtime.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.eclipse.jgit.util.FS.FileStoreAttributes;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedSystemTest {
    @Test
    void noFileSystemIsMeasured(@TempDir Path directory) {
        IsolatedSystem.install();

        assertEquals(
                FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION,
                FileStoreAttributes.get(directory).getFsTimestampResolution());
    }

    @Test
    void nobodysSettingsCount() throws Exception {
        IsolatedSystem.install();

        assertEquals(0, SystemReader.getInstance().getUserConfig().getSections().size());
        assertEquals(
                0, SystemReader.getInstance().getSystemConfig().getSections().size());
    }
}
