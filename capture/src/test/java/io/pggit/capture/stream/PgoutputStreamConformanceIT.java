package io.pggit.capture.stream;

import java.util.Optional;

class PgoutputStreamConformanceIT extends ChangeStreamConformance {
    @Override
    Fixture fixture() {
        return new Fixture() {
            @Override
            public ChangeStream open(CapturedDatabase database, Resume resume, Optional<ChangeStream> earlier) {
                return PgoutputStream.open(database.database(), resume);
            }

            @Override
            public boolean readsTheLog() {
                return true;
            }
        };
    }
}
