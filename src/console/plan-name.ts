export { planName, planNames } from '../store/plan-name.ts'
