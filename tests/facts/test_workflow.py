from yizhan.facts.workflow import limit_of, may_start, workflow_of


def test_an_own_step_goes_before_a_common_one_with_its_key(procedure, common_steps):
    own = common_steps[0]
    workflow = workflow_of(procedure, (own, *common_steps))
    assert workflow.steps[own.key] is own
    assert workflow.steps["accept"].title == "受理"


def test_where_a_step_may_start(procedure, common_steps):
    workflow = workflow_of(procedure, common_steps)
    closed, handling = workflow.stages["closed"], workflow.stages["handling"]
    assert may_start(workflow.steps["report"], handling)
    assert not may_start(workflow.steps["report"], closed)
    assert may_start(workflow.steps["progress"], handling)
    assert not may_start(workflow.steps["progress"], closed)


def test_the_limit_of_a_tier_goes_before_the_general_one(procedure):
    stages = {stage.key: stage for stage in procedure.stages}
    assert limit_of(stages["handling"], "big").days == 20
    assert limit_of(stages["handling"], "small").days == 10
    assert limit_of(stages["done"], None) is None
