package io.pggit.core.plan.rules;

import io.pggit.core.plan.part.Change;
import io.pggit.core.plan.part.Step;
import java.util.List;

/** The statements of a change in place; none for any other. */
final class StepsInPlace implements Change.Visitor<List<Step>> {
    @Override
    public List<Step> inPlace(Change.InPlace change) {
        return change.steps();
    }

    @Override
    public List<Step> replace(Change.Replace change) {
        return List.of();
    }

    @Override
    public List<Step> swap(Change.Swap change) {
        return List.of();
    }

    @Override
    public List<Step> refuse(Change.Refuse change) {
        return List.of();
    }
}
