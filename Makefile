# `make` alone lists the targets.
TEST = swift test --disable-xctest

.PHONY: help build test format lint goldens rule reference bench check
help:      ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
build:     ## build everything
	swift build --build-tests
test:      ## run the tests
	$(TEST)
format:    ## format all sources
	swift format -ipr Package.swift Sources Tests
lint:      ## hold the format against .swift-format
	swift format lint --strict -pr Package.swift Sources Tests
goldens:   ## record expected outputs anew, to be read with git diff
	UPDATE_GOLDENS=1 $(TEST); git diff --stat Fixtures
rule:      ## scaffold a rule: make rule NAME=untolerated-taint PLAYBOOK=Pending
	swift run poddoctor-dev new-rule $(NAME) --playbook $(PLAYBOOK)
reference: ## write the reference of the rules anew
	swift run poddoctor-dev reference
bench:     ## measure
	Benchmarks/run
check:     ## all that CI runs
	.ci/run
