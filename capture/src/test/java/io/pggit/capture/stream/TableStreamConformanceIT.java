package io.pggit.capture.stream;

import java.util.Optional;

class TableStreamConformanceIT extends ChangeStreamConformance {
    @Override
    Fixture fixture() {
        return new Fixture() {
            @Override
            public ChangeStream open(CapturedDatabase database, Resume resume, Optional<ChangeStream> earlier) {
                long barrier = earlier.map(TableStream.class::cast)
                        .map(TableStream::barrier)
                        .orElse(0L);
                return TableStream.open(database.database(), resume, barrier);
            }

            @Override
            public boolean readsTheLog() {
                return false;
            }
        };
    }
}
